package io.imageservice.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A format the service accepts. `JPG` and `JPEG` are two extensions of one format.
public enum ImageFormat {
    JPEG("image/jpeg", Kind.RASTER, "jpg", "jpeg"),
    PNG("image/png", Kind.RASTER, "png"),
    GIF("image/gif", Kind.RASTER, "gif"),
    WEBP("image/webp", Kind.RASTER, "webp"),
    AVIF("image/avif", Kind.RASTER, "avif"),
    BMP("image/bmp", Kind.RASTER, "bmp"),
    SVG("image/svg+xml", Kind.VECTOR, "svg"),
    MP4("video/mp4", Kind.VIDEO, "mp4"),
    MOV("video/quicktime", Kind.VIDEO, "mov"),
    HEIC("image/heic", Kind.RASTER, "heic"),
    HEIF("image/heif", Kind.RASTER, "heif");

    private enum Kind {
        RASTER,
        VECTOR,
        VIDEO
    }

    private final String mediaType;
    private final Kind kind;
    private final List<String> extensions;

    ImageFormat(String mediaType, Kind kind, String... extensions) {
        this.mediaType = mediaType;
        this.kind = kind;
        this.extensions = List.of(extensions);
    }

    public String mediaType() {
        return mediaType;
    }

    /// The extension used in storage keys: lower case, no dot.
    public String extension() {
        return extensions.getFirst();
    }

    /// Every extension a file of this format may carry: lower case, no dot.
    public List<String> extensions() {
        return extensions;
    }

    /// Made of pixels: broken bytes of such a format end FAILED.
    public boolean raster() {
        return kind == Kind.RASTER;
    }

    public boolean vector() {
        return kind == Kind.VECTOR;
    }

    /// Never converted, always kept as it came.
    public boolean video() {
        return kind == Kind.VIDEO;
    }

    /// The format whose files carry this extension, in any case, without a dot.
    public static Optional<ImageFormat> ofExtension(String extension) {
        String wanted = extension.toLowerCase(Locale.ROOT);
        for (ImageFormat format : values()) {
            if (format.extensions.contains(wanted)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
