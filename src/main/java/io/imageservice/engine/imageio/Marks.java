package io.imageservice.engine.imageio;

import io.imageservice.engine.Deadline;
import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.Header;
import io.imageservice.engine.HeaderReading;
import io.imageservice.engine.HeaderReading.Recognised;
import io.imageservice.engine.ImageFormat;
import io.imageservice.engine.header.Headers;
import io.imageservice.engine.raster.Collector;
import io.imageservice.engine.raster.Mark;
import io.imageservice.engine.raster.Pixels;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Reads the mark that the `watermark` step lays over pictures: the deployment's, or the bundled
/// one.
public final class Marks {
    private static final String BUNDLED = "/io/imageservice/engine/watermark.png";
    private static final long MOST = 4_000_000;

    private Marks() {}

    /// @param file a PNG of at most 4 megapixels
    /// @throws IllegalStateException where it cannot be read: a deployment's mistake
    public static Mark load(Optional<Path> file) {
        try {
            return new Mark(decode(file.isPresent() ? Files.readAllBytes(file.get()) : bundled()));
        } catch (IOException | EngineFailure e) {
            throw new IllegalStateException("the watermark cannot be read: " + e.getMessage(), e);
        }
    }

    /// The bytes of the bundled mark.
    public static byte[] bundled() throws IOException {
        try (InputStream in = Marks.class.getResourceAsStream(BUNDLED)) {
            if (in == null) {
                throw new IOException("missing resource " + BUNDLED);
            }
            return in.readAllBytes();
        }
    }

    private static Pixels decode(byte[] png) throws IOException, EngineFailure {
        HeaderReading reading = Headers.read(png);
        if (!(reading instanceof Recognised(Header header))
                || header.format() != ImageFormat.PNG
                || header.pixels() > MOST) {
            throw new IOException("not a PNG of at most %d pixels".formatted(MOST));
        }
        Collector[] collected = new Collector[1];
        Decoder.Opening opening =
                (channels, colours, by) ->
                        collected[0] = new Collector(header.width(), header.height(), channels);
        new PngDecoder().decode(png, header, opening, Deadline.in(Duration.ofSeconds(10)));
        return collected[0].pixels();
    }
}
