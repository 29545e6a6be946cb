package io.imageservice.engine.vips;

import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.EngineSettings;
import io.imageservice.engine.ImageFormat;
import io.imageservice.engine.Pipeline;

/// Encodes pictures, without any metadata.
///
/// @param strip the option that leaves metadata out in this libvips
record VipsWriter(EngineSettings settings, String strip) {
    /// libwebp's bound, in pixels.
    private static final int WEBP_SIDE = 16_383;

    static String saver(ImageFormat format) {
        return switch (format) {
            case JPEG -> "jpegsave_buffer";
            case PNG -> "pngsave_buffer";
            case WEBP -> "webpsave_buffer";
            case AVIF -> "heifsave_buffer";
            case GIF, BMP, SVG, MP4, MOV, HEIC, HEIF ->
                    throw new IllegalArgumentException("not an output format: " + format);
        };
    }

    byte[] write(VipsImage image, Pipeline pipeline) throws EngineFailure {
        ImageFormat format = pipeline.output();
        if (format == ImageFormat.WEBP && image.pageSize().longer() > WEBP_SIDE) {
            throw EngineFailure.unsupported(
                    "WebP takes %d pixels a side: %s".formatted(WEBP_SIDE, image.pageSize()));
        }
        VipsImage ready =
                format == ImageFormat.JPEG && image.hasAlpha()
                        ? image.apply("flatten", "background=255")
                        : image;
        byte[] file =
                ready.to(saver(format)).options(options(format, pipeline.quality())).written();
        return format == ImageFormat.WEBP ? WebpChunks.withoutMetadata(file) : file;
    }

    private String options(ImageFormat format, int quality) {
        return switch (format) {
            case JPEG -> "Q=" + quality + ",optimize_coding=true," + strip;
            case PNG -> "compression=6," + strip;
            case WEBP -> "Q=" + quality + ",effort=" + settings.webpEffort() + "," + strip;
            case AVIF ->
                    "compression=av1,bitdepth=8,Q=%d,effort=%d,%s"
                            .formatted(quality, settings.avifEffort(), strip);
            case GIF, BMP, SVG, MP4, MOV, HEIC, HEIF ->
                    throw new IllegalArgumentException("not an output format: " + format);
        };
    }
}
