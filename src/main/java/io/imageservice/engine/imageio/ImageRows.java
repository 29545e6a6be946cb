package io.imageservice.engine.imageio;

import java.awt.image.BufferedImage;

/// Rows of whatever kind of image ImageIO returned, on a transparent canvas of the wanted width.
final class ImageRows {
    private final BufferedImage image;
    private final int channels;
    private final int[] packed;
    private final byte[] out;

    ImageRows(BufferedImage image, int width, int channels) {
        this.image = image;
        this.channels = channels;
        this.packed = new int[image.getWidth()];
        this.out = new byte[width * channels];
    }

    byte[] row(int y) {
        if (y >= image.getHeight()) {
            java.util.Arrays.fill(out, (byte) 0);
            return out;
        }
        image.getRGB(0, y, packed.length, 1, packed, 0, packed.length);
        int to = 0;
        for (int pixel : packed) {
            out[to] = (byte) (pixel >> 16);
            out[to + 1] = (byte) (pixel >> 8);
            out[to + 2] = (byte) pixel;
            if (channels == 4) {
                out[to + 3] = (byte) (pixel >>> 24);
            }
            to += channels;
        }
        return out;
    }
}
