package io.imageservice.engine.raster;

/// A symmetric kernel along rows, then along columns; the edges' pixels go on beyond them.
final class Convolution {
    private Convolution() {}

    static Pixels both(Pixels pixels, int[] kernel) {
        int channels = pixels.channels();
        byte[] across = new byte[pixels.data().length];
        byte[] down = new byte[pixels.data().length];
        int stride = pixels.stride();
        for (int y = 0; y < pixels.height(); y++) {
            for (int c = 0; c < channels; c++) {
                line(pixels.data(), across, y * stride + c, channels, pixels.width(), kernel);
            }
        }
        int reach = kernel.length - 1;
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < stride; x++) {
                int sum = 1 << 15;
                for (int k = -reach; k <= reach; k++) {
                    int row = Math.clamp(y + k, 0, pixels.height() - 1);
                    sum += (across[row * stride + x] & 0xff) * kernel[Math.abs(k)];
                }
                down[y * stride + x] = (byte) Math.clamp(sum >> 16, 0, 255);
            }
        }
        return new Pixels(pixels.width(), pixels.height(), channels, down);
    }

    private static void line(byte[] from, byte[] to, int start, int step, int count, int[] kernel) {
        int reach = kernel.length - 1;
        for (int i = 0; i < count; i++) {
            int sum = 1 << 15;
            for (int k = -reach; k <= reach; k++) {
                int at = Math.clamp(i + k, 0, count - 1);
                sum += (from[start + at * step] & 0xff) * kernel[Math.abs(k)];
            }
            to[start + i * step] = (byte) Math.clamp(sum >> 16, 0, 255);
        }
    }
}
