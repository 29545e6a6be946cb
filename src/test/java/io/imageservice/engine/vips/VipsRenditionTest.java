package io.imageservice.engine.vips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.engine.Deadline;
import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.Header;
import io.imageservice.engine.HeaderReading;
import io.imageservice.engine.ImageEngine;
import io.imageservice.engine.ImageFormat;
import io.imageservice.engine.Output;
import io.imageservice.engine.Pipeline;
import io.imageservice.engine.Rendition;
import io.imageservice.engine.Resize;
import io.imageservice.engine.Size;
import io.imageservice.engine.fixtures.Jpegs;
import io.imageservice.engine.fixtures.Pngs;
import io.imageservice.engine.fixtures.Scene;
import io.imageservice.engine.header.Headers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What only this engine does, beside the contract of all.
class VipsRenditionTest {
    private final ImageEngine engine = Libvips.engine();

    @TempDir Path folder;

    @Test
    void decodesToAFractionAndStillHitsEverySizeExactly() throws Exception {
        Random random = new Random(4);
        for (int i = 0; i < 60; i++) {
            Size size = new Size(1 + random.nextInt(700), 1 + random.nextInt(700));
            byte[] jpeg = Jpegs.of(Scene.rgb(size.width(), size.height()));
            List<Rendition> wanted =
                    IntStream.of(1, 7, 33, 90, 250, 600).mapToObj(Rendition::fitting).toList();

            List<Output> outputs = render(jpeg, wanted, Duration.ofSeconds(30));

            for (int r = 0; r < wanted.size(); r++) {
                Output.Encoded output = assertInstanceOf(Output.Encoded.class, outputs.get(r));
                Size expected = wanted.get(r).pipeline().after(size);
                assertEquals(expected, new Size(output.width(), output.height()), "" + size);
                assertEquals(expected, header(output.bytes()).size(), "" + size);
            }
        }
    }

    @Test
    void writesAvifAndReadsIt() throws Exception {
        Pipeline avif = new Pipeline(List.of(new Resize(160, 0)), ImageFormat.AVIF, 60);
        byte[] file = bytes(Pngs.of(Scene.alpha(320, 240)), avif);

        Header header = header(file);
        byte[] back = bytes(file, new Pipeline(List.of(new Resize(80, 0)), ImageFormat.PNG, 80));

        assertEquals(ImageFormat.AVIF, header.format());
        assertEquals(new Size(160, 120), header.size());
        assertEquals(new Size(80, 60), header(back).size());
    }

    @Test
    void stopsInTheMiddleWhenTheDeadlinePasses() throws Exception {
        byte[] jpeg = Jpegs.of(Scene.rgb(6000, 4000));
        Rendition large = new Rendition("p", new Pipeline(List.of(), ImageFormat.JPEG, 80));
        long begin = System.nanoTime();

        EngineFailure failure =
                assertThrows(
                        EngineFailure.class,
                        () -> render(jpeg, List.of(large), Duration.ofMillis(60)));

        assertEquals(EngineFailure.Kind.TIMEOUT, failure.kind(), failure.getMessage());
        long took = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        assertTrue(took < 1_500, "stopped after " + took + " ms");
    }

    @Test
    void neverLetsLibvipsChooseTheLoader() throws Exception {
        // A portable pixmap, which libvips reads gladly, behind a header of ours that says PNG.
        byte[] pixmap = "P5 4 4 255 0123456789abcdef".getBytes();
        Path file = Files.write(folder.resolve("source"), pixmap);

        EngineFailure failure =
                assertThrows(
                        EngineFailure.class,
                        () ->
                                engine.render(
                                        file,
                                        Header.still(ImageFormat.PNG, 4, 4),
                                        List.of(Rendition.main()),
                                        Deadline.in(Duration.ofSeconds(5))));

        assertEquals(EngineFailure.Kind.BROKEN, failure.kind());
    }

    private byte[] bytes(byte[] file, Pipeline pipeline) throws Exception {
        List<Rendition> wanted = List.of(new Rendition("p", pipeline));
        Output output = render(file, wanted, Duration.ofSeconds(30)).getFirst();
        return assertInstanceOf(Output.Encoded.class, output).bytes();
    }

    private List<Output> render(byte[] file, List<Rendition> wanted, Duration time)
            throws Exception {
        Path source = Files.write(folder.resolve("source"), file);
        return engine.render(source, header(file), wanted, Deadline.in(time)).outputs();
    }

    private static Header header(byte[] file) {
        return assertInstanceOf(HeaderReading.Recognised.class, Headers.read(file)).header();
    }
}
