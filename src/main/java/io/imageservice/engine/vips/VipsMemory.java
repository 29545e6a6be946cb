package io.imageservice.engine.vips;

import io.imageservice.engine.Header;
import io.imageservice.engine.ImageFormat;
import io.imageservice.engine.Rendition;
import io.imageservice.engine.Size;
import java.util.List;

/// What a job holds at its peak, in pixels of 4 bytes.
final class VipsMemory {
    /// Lines in flight, tables, coders: about 16 MB.
    private static final long BASE = 4_000_000;

    private VipsMemory() {}

    static long pixels(Header header, List<Rendition> wanted) {
        long largest = 0;
        for (Rendition rendition : wanted) {
            Size first = VipsRenderer.start(rendition.pipeline(), header.upright());
            largest = Math.max(largest, first.pixels());
        }
        // A base of 3 bytes and an encoder's planes of 1.5 to 4 for each of its pixels.
        return BASE + 2 * largest + decoded(header);
    }

    /// JPEG and PNG come line by line, the others as a whole.
    private static long decoded(Header header) {
        boolean lines = header.format() == ImageFormat.JPEG || header.format() == ImageFormat.PNG;
        return lines ? 0 : header.pixels();
    }
}
