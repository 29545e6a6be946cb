package io.imageservice.engine;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.imageservice.engine.header.Headers;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;

/// Puts a file before an engine and decodes what comes out with somebody else's decoder.
record Bench(ImageEngine engine, Path folder, Duration time) {
    Bench(ImageEngine engine, Path folder) {
        this(engine, folder, Duration.ofSeconds(30));
    }

    Bench within(Duration other) {
        return new Bench(engine, folder, other);
    }

    Rendered render(byte[] file, List<Rendition> wanted) throws EngineFailure, IOException {
        Path path = Files.write(folder.resolve("source"), file);
        return engine.render(path, header(file), wanted, Deadline.in(time));
    }

    static Header header(byte[] file) {
        return assertInstanceOf(HeaderReading.Recognised.class, Headers.read(file)).header();
    }

    byte[] bytes(byte[] file, String processing) throws EngineFailure, IOException {
        Pipeline pipeline = Pipeline.parse(processing, Presets.standard());
        return bytes(file, new Rendition(Rendition.MAIN, pipeline));
    }

    private byte[] bytes(byte[] file, Rendition rendition) throws EngineFailure, IOException {
        Output output = render(file, List.of(rendition)).outputs().getFirst();
        Output.Encoded encoded = assertInstanceOf(Output.Encoded.class, output);
        return encoded.bytes();
    }

    BufferedImage image(byte[] file, String processing) throws EngineFailure, IOException {
        return decode(bytes(file, processing));
    }

    BufferedImage png(byte[] file, String processing) throws EngineFailure, IOException {
        return image(file, processing);
    }

    BufferedImage webp(byte[] file, Rendition rendition) throws EngineFailure, IOException {
        return decode(bytes(file, rendition));
    }

    static BufferedImage decode(byte[] bytes) throws IOException {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(bytes)));
    }

    static String describe(Output output) {
        return switch (output) {
            case Output.Encoded e -> e.name() + " " + e.width() + "x" + e.height();
            case Output.Kept kept -> kept.name() + " kept";
        };
    }
}
