package io.imageservice.engine.metadata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.imageservice.engine.Header;
import io.imageservice.engine.HeaderReading;
import io.imageservice.engine.fixtures.Fixtures;
import io.imageservice.engine.fixtures.Jpegs;
import io.imageservice.engine.fixtures.Pngs;
import io.imageservice.engine.fixtures.Scene;
import io.imageservice.engine.fixtures.Texts;
import io.imageservice.engine.fixtures.Webps;
import io.imageservice.engine.header.Headers;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class MetadataStripperTest {
    private static Header header(byte[] file) {
        return assertInstanceOf(HeaderReading.Recognised.class, Headers.read(file)).header();
    }

    private static byte[] clean(byte[] file) {
        return assertInstanceOf(Stripping.Clean.class, MetadataStripper.strip(file, header(file)))
                .bytes();
    }

    private static void assertNoSecret(byte[] file) {
        assertFalse(new String(file, StandardCharsets.ISO_8859_1).contains("GPS-SECRET"));
    }

    private static int[] pixels(byte[] file) throws IOException {
        BufferedImage image = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(file)));
        int w = image.getWidth();
        return image.getRGB(0, 0, w, image.getHeight(), null, 0, w);
    }

    @Test
    void removesEverythingButTheOrientationFromAJpeg() throws IOException {
        for (String name : new String[] {"photo.jpg", "progressive.jpg", "gray.jpg"}) {
            byte[] bare = Objects.requireNonNull(Fixtures.stills().get(name));
            byte[] described = Jpegs.described(bare, 6);
            byte[] clean = clean(described);

            assertNoSecret(clean);
            assertEquals(6, header(clean).orientation(), name);
            assertArrayEquals(pixels(bare), pixels(clean), name);
        }
    }

    @Test
    void removesTextsFromAPng() throws IOException {
        byte[] bare = Pngs.of(Scene.alpha(64, 48));
        byte[] secret = "Comment\0GPS-SECRET".getBytes(StandardCharsets.ISO_8859_1);
        byte[] described = Jpegs.join(Pngs.with(bare, "tEXt", secret), secret);

        assertNoSecret(clean(described));
        assertArrayEquals(pixels(bare), pixels(clean(described)));
    }

    @Test
    void removesCommentsFromAGifAndKeepsItsFrames() throws IOException {
        byte[] gif = Objects.requireNonNull(Fixtures.all().get("animated.gif"));
        byte[] clean = clean(gif);

        assertNoSecret(clean);
        assertEquals(header(gif), header(clean));
        assertArrayEquals(pixels(gif), pixels(clean));
    }

    @Test
    void removesEverythingButTheOrientationFromAWebp() throws IOException {
        byte[] bare = Webps.lossy(Scene.rgb(64, 48));
        byte[] clean = clean(Webps.described(bare, 64, 48, 3));

        assertNoSecret(clean);
        assertEquals(3, header(clean).orientation());
        assertArrayEquals(pixels(bare), pixels(clean));
    }

    @Test
    void keepsTheFramesOfAnAnimatedWebp() {
        byte[] webp = Webps.animated(64, 48, 5);

        assertArrayEquals(webp, clean(webp));
    }

    @Test
    void emptiesTheDescriptionsOfVideosWithoutMovingAnything() {
        for (String name : new String[] {"clip.mp4", "clip.mov"}) {
            byte[] video = Objects.requireNonNull(Fixtures.all().get(name));
            byte[] clean = clean(video);

            assertNoSecret(clean);
            assertEquals(video.length, clean.length);
            assertEquals(header(video), header(clean));
        }
    }

    @Test
    void saysWhereItCannotBeDone() {
        for (String name : new String[] {"shell.avif", "shell.heic", "drawing.svg"}) {
            byte[] file = Objects.requireNonNull(Fixtures.all().get(name));

            assertInstanceOf(
                    Stripping.Impossible.class, MetadataStripper.strip(file, header(file)), name);
        }
    }

    @Test
    void neverThrowsWhateverTheBytesAre() {
        for (Map.Entry<String, byte[]> file : Fixtures.all().entrySet()) {
            Header header = header(file.getValue());
            Function<Integer, byte[]> cut =
                    percent ->
                            Arrays.copyOf(file.getValue(), file.getValue().length * percent / 100);
            for (int percent = 0; percent < 100; percent++) {
                MetadataStripper.strip(cut.apply(percent), header);
            }
        }
        assertInstanceOf(
                Stripping.Impossible.class,
                MetadataStripper.strip(
                        Texts.utf8("nonsense"),
                        header(Objects.requireNonNull(Fixtures.all().get("photo.png")))));
    }
}
