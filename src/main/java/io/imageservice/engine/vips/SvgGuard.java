package io.imageservice.engine.vips;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.imageservice.engine.EngineFailure;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Turns away drawings whose rendering might not end in time: librsvg cannot be stopped within a
/// tile. References to files and to the network it does not follow, as it reads from memory.
final class SvgGuard {
    /// Far above what icons, charts and illustrations have, far below what takes minutes.
    private static final Map<String, Integer> MOST =
            Map.of("<!ENTITY", 0, "<fe", 32, "<use", 2_000, "<pattern", 64, "<mask", 256);

    private SvgGuard() {}

    static void check(MemorySegment bytes) throws EngineFailure {
        // Without zero bytes UTF-16 reads like ASCII.
        String text =
                new String(bytes.toArray(JAVA_BYTE), StandardCharsets.ISO_8859_1).replace("\0", "");
        for (Map.Entry<String, Integer> limit : MOST.entrySet()) {
            if (count(text, limit.getKey()) > limit.getValue()) {
                throw EngineFailure.unsupported(
                        "a drawing with more than %d of %s"
                                .formatted(limit.getValue(), limit.getKey()));
            }
        }
    }

    private static int count(String text, String what) {
        int count = 0;
        for (int at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + 1)) {
            count++;
        }
        return count;
    }
}
