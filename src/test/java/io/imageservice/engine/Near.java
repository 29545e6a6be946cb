package io.imageservice.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.engine.fixtures.Scene;
import java.awt.Color;
import java.awt.image.BufferedImage;

/// Colours compared as eyes do: nearly.
final class Near {
    private Near() {}

    static void assertNear(
            Color wanted, BufferedImage image, int x, int y, int tolerance, String what) {
        Color is = new Color(image.getRGB(x, y));
        int far = far(wanted.getRGB(), is.getRGB());
        assertTrue(far <= tolerance, "%s at %d,%d: %s, not %s".formatted(what, x, y, is, wanted));
    }

    /// The largest difference of red, green and blue.
    static int far(int rgb, int other) {
        int most = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            most = Math.max(most, Math.abs((rgb >> shift & 255) - (other >> shift & 255)));
        }
        return most;
    }

    /// The scene's four corners in their places.
    static void assertUpright(BufferedImage image, String what) {
        int right = image.getWidth() - 5;
        int bottom = image.getHeight() - 4;
        assertNear(Scene.NORTHWEST, image, 4, 3, 40, what);
        assertNear(Scene.NORTHEAST, image, right, 3, 40, what);
        assertNear(Scene.SOUTHWEST, image, 4, bottom, 40, what);
        assertNear(Scene.SOUTHEAST, image, right, bottom, 40, what);
    }
}
