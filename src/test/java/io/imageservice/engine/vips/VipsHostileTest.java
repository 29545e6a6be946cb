package io.imageservice.engine.vips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Native code before bytes that want to harm it.
@Execution(ExecutionMode.CONCURRENT)
class VipsHostileTest {
    private static final int CASES = 5_000;

    /// CPU time. Beyond a job's own deadline of 5 s: an encoder cannot be stopped within its one
    /// call.
    private static final int SLOWEST_MILLIS = 15_000;

    @TempDir Path folder;

    @Test
    void answersWhateverTheBytesAre() throws Exception {
        Libvips.assumeThere();
        ChildJvm.Ended ended =
                ChildJvm.run(
                        HostileRun.class,
                        500,
                        List.of("-Xmx512m"),
                        folder.resolve("file").toString());

        assertEquals(0, ended.status(), ended.last());
        assertTrue(number(ended, "cases ") >= CASES, ended.last());
        assertTrue(number(ended, "slowest ") <= SLOWEST_MILLIS, ended.last());
    }

    private static long number(ChildJvm.Ended ended, String word) {
        return ended.words().stream()
                .filter(line -> line.startsWith(word))
                .mapToLong(line -> Long.parseLong(line.substring(word.length())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + word + ": " + ended.last()));
    }
}
