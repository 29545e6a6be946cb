package io.imageservice.engine;

import java.awt.image.BufferedImage;

/// Lays a picture the way a camera held otherwise stores it.
public final class Turned {
    private Turned() {}

    /// @param orientation what makes the result look like `upright` again
    public static BufferedImage stored(BufferedImage upright, int orientation) {
        int w = upright.getWidth();
        int h = upright.getHeight();
        boolean swapped = orientation >= 5;
        BufferedImage stored =
                new BufferedImage(swapped ? h : w, swapped ? w : h, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int[] to = place(orientation, x, y, w, h);
                stored.setRGB(to[0], to[1], upright.getRGB(x, y));
            }
        }
        return stored;
    }

    /// EXIF 2.32, tag Orientation: which side of the picture row 0 and column 0 are.
    private static int[] place(int orientation, int x, int y, int w, int h) {
        return switch (orientation) {
            case 2 -> new int[] {w - 1 - x, y};
            case 3 -> new int[] {w - 1 - x, h - 1 - y};
            case 4 -> new int[] {x, h - 1 - y};
            case 5 -> new int[] {y, x};
            case 6 -> new int[] {y, w - 1 - x};
            case 7 -> new int[] {h - 1 - y, w - 1 - x};
            case 8 -> new int[] {h - 1 - y, x};
            default -> new int[] {x, y};
        };
    }
}
