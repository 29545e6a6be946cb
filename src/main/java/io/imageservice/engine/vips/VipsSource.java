package io.imageservice.engine.vips;

import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.Header;
import io.imageservice.engine.ImageFormat;
import io.imageservice.engine.Size;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// An original's bytes, and the pictures loaded from them.
///
/// The loader is chosen by the format our own header reading found, never by libvips' sniffing.
final class VipsSource {
    /// libjpeg decodes straight to a half, a quarter or an eighth of each side.
    private static final int DEEPEST_SHRINK = 8;

    /// Pixels a side of a reduced picture, so that a last line left out hardly counts.
    private static final int SMALLEST = 16;

    private final VipsJob job;
    private final Header header;
    private final MemorySegment bytes;
    private final String loader;

    VipsSource(VipsJob job, Header header, MemorySegment bytes) throws EngineFailure {
        this.job = job;
        this.header = header;
        this.bytes = bytes;
        this.loader =
                loader(header.format())
                        .orElseThrow(() -> EngineFailure.unsupported("" + header.format()));
        if (header.format().vector()) {
            SvgGuard.check(bytes, header.size());
        }
    }

    /// The name of the operation that reads a format, if libvips may read it here.
    static Optional<String> loader(ImageFormat format) {
        return switch (format) {
            case JPEG -> Optional.of("jpegload_buffer");
            case PNG -> Optional.of("pngload_buffer");
            case GIF -> Optional.of("gifload_buffer");
            case WEBP -> Optional.of("webpload_buffer");
            case AVIF, HEIC, HEIF -> Optional.of("heifload_buffer");
            case SVG -> Optional.of("svgload_buffer");
            case BMP, MP4, MOV -> Optional.empty();
        };
    }

    /// What is left to do to what is loaded: libheif turns by itself.
    int orientation() {
        return loader.startsWith("heif") ? 1 : header.orientation();
    }

    /// The first frame, no smaller than asked for: to be read once, top to bottom.
    ///
    /// @param stored before [#orientation] is applied
    VipsImage covering(Size stored) throws EngineFailure {
        return switch (header.format()) {
            case JPEG -> jpeg(stored);
            case SVG -> drawing();
            // What a HEIF file crops off is not in its header.
            case AVIF, HEIC, HEIF -> notLarger(load("fail_on=error"), header.size());
            case PNG, GIF, WEBP, BMP, MP4, MOV ->
                    checked(load("access=sequential,fail_on=error"), header.size());
        };
    }

    private VipsImage jpeg(Size stored) throws EngineFailure {
        int shrink = shrink(stored);
        VipsImage image = load("access=sequential,fail_on=error,shrink=" + shrink);
        // libvips leaves out a last line or column that is not wholly there.
        return checked(image, new Size(header.width() / shrink, header.height() / shrink));
    }

    private int shrink(Size wanted) {
        int shrink = DEEPEST_SHRINK;
        while (shrink > 1
                && (header.width() / shrink < Math.max(SMALLEST, wanted.width())
                        || header.height() / shrink < Math.max(SMALLEST, wanted.height()))) {
            shrink /= 2;
        }
        return shrink;
    }

    /// All frames, one below the other.
    VipsImage frames() throws EngineFailure {
        VipsImage image = load("n=-1,access=sequential,fail_on=error");
        return notLarger(image, new Size(header.width(), header.height() * header.frames()));
    }

    /// A drawing has no pixels of its own: it is drawn at the size its header showed.
    private VipsImage drawing() throws EngineFailure {
        VipsImage natural = load("");
        double scale = Math.max(1e-3, header.width() / (double) natural.width());
        VipsImage drawn = load("scale=" + scale);
        long allowed = 2 * header.size().pixels() + 10_000;
        if (drawn.size().pixels() > allowed) {
            throw EngineFailure.tooLarge("a drawing of %s".formatted(drawn.size()));
        }
        return VipsScaling.to(drawn.inMemory(), header.size());
    }

    private VipsImage load(String options) throws EngineFailure {
        return new VipsOperation(job, loader).bytes("buffer", bytes).options(options).out();
    }

    private static VipsImage checked(VipsImage image, Size said) throws EngineFailure {
        if (!notLarger(image, said).size().equals(said)) {
            throw EngineFailure.broken(
                    "%s pixels where the header said %s".formatted(image.size(), said));
        }
        return image;
    }

    /// Larger than the header said would break the memory bound the job was let in with.
    private static VipsImage notLarger(VipsImage image, Size said) throws EngineFailure {
        if (image.size().pixels() > said.pixels()) {
            throw EngineFailure.tooLarge(
                    "%s pixels where the header said %s".formatted(image.size(), said));
        }
        return image;
    }
}
