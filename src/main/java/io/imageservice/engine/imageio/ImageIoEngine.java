package io.imageservice.engine.imageio;

import io.imageservice.engine.Capabilities;
import io.imageservice.engine.Deadline;
import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.EngineSettings;
import io.imageservice.engine.Header;
import io.imageservice.engine.ImageEngine;
import io.imageservice.engine.ImageFormat;
import io.imageservice.engine.Rendered;
import io.imageservice.engine.Rendition;
import io.imageservice.engine.raster.Mark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The engine that needs nothing installed: the JDK's codecs, our own for PNG, libwebp from a jar.
///
/// The picture streams through the decoder row by row; what stays in memory is the largest
/// rendition and, for a full-size WebP, 1.5 bytes a pixel.
public final class ImageIoEngine implements ImageEngine {
    private static final Map<ImageFormat, Decoder> DECODERS =
            Map.of(
                    ImageFormat.JPEG, new JpegDecoder(),
                    ImageFormat.PNG, new PngDecoder(),
                    ImageFormat.GIF, new PlainDecoder(),
                    ImageFormat.BMP, new PlainDecoder(),
                    ImageFormat.WEBP, new WebpDecoder());

    private final Encoders encoders;
    private final Mark mark;

    /// @throws IllegalStateException where libwebp does not load or the mark cannot be read
    public ImageIoEngine(EngineSettings settings) {
        this.encoders = new Encoders(settings.webpEffort());
        this.mark = Marks.load(settings.watermark());
    }

    @Override
    public String name() {
        return "imageio";
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(DECODERS.keySet(), Encoders.FORMATS, false);
    }

    @Override
    public Rendered render(Path source, Header header, List<Rendition> wanted, Deadline deadline)
            throws EngineFailure {
        Decoder decoder = DECODERS.get(header.format());
        if (decoder == null) {
            throw EngineFailure.unsupported("this engine cannot read " + header.format());
        }
        for (Rendition rendition : wanted) {
            int side = rendition.pipeline().after(header.upright()).longer();
            Encoders.check(rendition.pipeline().output(), side);
        }
        Intake intake = new Intake(header, plan(header, wanted));
        decode(decoder, source, header, intake, deadline);
        return new Renderer(header, intake, encoders, mark).render(wanted, deadline);
    }

    private static Plan plan(Header header, List<Rendition> wanted) {
        return Plan.of(header, wanted.stream().filter(r -> !Renderer.kept(header, r)).toList());
    }

    private static void decode(
            Decoder decoder, Path source, Header header, Intake intake, Deadline deadline)
            throws EngineFailure {
        try {
            decoder.decode(Files.readAllBytes(source), header, intake, deadline);
        } catch (EngineFailure e) {
            throw e;
        } catch (OutOfMemoryError e) {
            throw new EngineFailure(EngineFailure.Kind.TOO_LARGE, "no memory to decode it", e);
        } catch (IOException | RuntimeException e) {
            // The JDK's readers answer broken bytes with nearly every unchecked exception there is.
            if (deadline.passed()) {
                throw EngineFailure.timeout();
            }
            throw new EngineFailure(EngineFailure.Kind.BROKEN, "cannot be decoded: " + e, e);
        }
    }

    @Override
    public long pixelsNeeded(Header header, List<Rendition> wanted) {
        return Need.pixels(header, plan(header, wanted));
    }
}
