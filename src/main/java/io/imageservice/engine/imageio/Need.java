package io.imageservice.engine.imageio;

import io.imageservice.engine.Header;
import io.imageservice.engine.ImageFormat;
import java.util.Map;

/// How much memory a job takes at its peak, in pixels of 4 bytes.
final class Need {
    /// Bytes a pixel the decoder itself may hold, which the header does not tell: for JPEG the
    /// samples of four inks or the coefficients of a progressive file the codec reads (3, or 6
    /// without chroma subsampling), for PNG an interlaced picture, for WebP libwebp's output and a
    /// lossless stream's ints, for BMP and GIF ImageIO's image. Other JPEG and PNG stream and hold
    /// nothing.
    private static final Map<ImageFormat, Double> DECODER =
            Map.of(
                    ImageFormat.JPEG, 4.0,
                    ImageFormat.PNG, 4.0,
                    ImageFormat.WEBP, 8.0,
                    ImageFormat.BMP, 4.0,
                    ImageFormat.GIF, 1.0);

    /// Ours and libwebp's, 1.5 bytes each.
    private static final double PLANES = 3;

    /// A picture and what a step makes of it.
    private static final double BASE = 8;

    private Need() {}

    static long pixels(Header header, Plan plan) {
        double decoder = DECODER.getOrDefault(header.format(), 0.0) * header.size().pixels();
        double base = BASE * plan.base().pixels();
        double planes = plan.planes() ? PLANES * header.size().pixels() : 0;
        // The decoder has let go of its own before anything is encoded.
        double bytes = base + Math.max(decoder + planes / 2, planes);
        return Math.max(1, (long) Math.ceil(bytes / 4));
    }
}
