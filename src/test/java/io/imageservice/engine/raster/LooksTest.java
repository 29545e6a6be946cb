package io.imageservice.engine.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.engine.Look;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class LooksTest {
    private static Pixels flat(int red, int green, int blue) {
        Pixels pixels = Pixels.blank(40, 30, 3);
        for (int i = 0; i < pixels.data().length; i += 3) {
            pixels.data()[i] = (byte) red;
            pixels.data()[i + 1] = (byte) green;
            pixels.data()[i + 2] = (byte) blue;
        }
        return pixels;
    }

    @Test
    void writesBlurHashesInTheirFormat() {
        // Base 83: 4x3 components, the largest difference, the average, then 11 differences.
        assertEquals("L00000" + "fQ".repeat(11), Looks.of(flat(0, 0, 0)).blurHash());
        assertEquals("TSUA", Looks.of(flat(255, 255, 255)).blurHash().substring(2, 6));
    }

    @Test
    void findsTheColourMostPixelsHave() {
        Pixels pixels = flat(10, 20, 30);
        Arrays.fill(pixels.data(), 0, 300, (byte) 250);

        assertEquals("#0a141e", Looks.of(pixels).dominantColour());
    }

    @Test
    void tellsLikeFromUnlike() {
        Pixels ramp = Pixels.blank(90, 80, 3);
        Pixels same = Pixels.blank(90, 80, 3);
        Pixels other = Pixels.blank(90, 80, 3);
        for (int i = 0; i < ramp.data().length; i++) {
            int x = i / 3 % 90;
            ramp.data()[i] = (byte) (x * 2);
            same.data()[i] = (byte) (x * 2 + 20);
            other.data()[i] = (byte) (255 - x * 2);
        }
        long hash = Looks.of(ramp).perceptualHash();

        assertEquals(0, Look.distance(hash, Looks.of(same).perceptualHash()));
        assertTrue(Look.distance(hash, Looks.of(other).perceptualHash()) > 50);
    }
}
