package io.imageservice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.engine.fixtures.Pngs;
import io.imageservice.engine.fixtures.Scene;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Pictures looked at once by a person and kept. To make them anew, run the contract with
/// `-Dgolden.write=src/test/resources/io/imageservice/engine/golden` and look at them again.
final class Golden {
    /// Mean difference a sample, of 255: more than rounding and another kernel, less than anything
    /// one would see as another picture.
    private static final double MEAN = 3;

    private Golden() {}

    static byte[] source() {
        return Pngs.of(Scene.rgb(240, 180));
    }

    static void assertMatches(String processing, BufferedImage image) throws IOException {
        String name = processing.replaceAll("[^a-z0-9]+", "-") + ".png";
        String folder = System.getProperty("golden.write");
        if (folder != null) {
            Files.createDirectories(Path.of(folder));
            ImageIO.write(image, "png", Path.of(folder, name).toFile());
            return;
        }
        BufferedImage wanted = read(name);
        assertEquals(wanted.getWidth(), image.getWidth(), name);
        assertEquals(wanted.getHeight(), image.getHeight(), name);
        double mean = difference(wanted, image);
        assertTrue(mean <= MEAN, "%s differs by %.2f a sample".formatted(name, mean));
    }

    private static BufferedImage read(String name) throws IOException {
        try (InputStream in = Golden.class.getResourceAsStream("golden/" + name)) {
            assertNotNull(in, "no golden image " + name);
            return ImageIO.read(in);
        }
    }

    private static double difference(BufferedImage one, BufferedImage other) {
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                int a = one.getRGB(x, y);
                int b = other.getRGB(x, y);
                for (int shift = 0; shift < 24; shift += 8) {
                    sum += Math.abs((a >> shift & 255) - (b >> shift & 255));
                }
            }
        }
        return sum / (3.0 * one.getWidth() * one.getHeight());
    }
}
