package io.imageservice.engine.raster;

/// The mean over a sliding box along rows and along columns, in place; the edges' pixels go on
/// beyond them. The cost does not depend on the box.
final class BoxMean {
    private BoxMean() {}

    static void both(Pixels pixels, int radius) {
        if (radius < 1) {
            return;
        }
        int channels = pixels.channels();
        byte[] line = new byte[Math.max(pixels.width(), pixels.height())];
        for (int y = 0; y < pixels.height(); y++) {
            for (int c = 0; c < channels; c++) {
                int start = y * pixels.stride() + c;
                slide(pixels.data(), start, channels, line, pixels.width(), radius);
            }
        }
        for (int x = 0; x < pixels.stride(); x++) {
            slide(pixels.data(), x, pixels.stride(), line, pixels.height(), radius);
        }
    }

    private static void slide(
            byte[] data, int start, int step, byte[] line, int count, int radius) {
        for (int i = 0; i < count; i++) {
            line[i] = data[start + i * step];
        }
        int width = 2 * radius + 1;
        long sum = (long) (radius + 1) * (line[0] & 0xff);
        for (int i = 1; i <= radius; i++) {
            sum += line[Math.min(i, count - 1)] & 0xff;
        }
        for (int i = 0; i < count; i++) {
            data[start + i * step] = (byte) ((sum + radius) / width);
            sum += line[Math.min(i + radius + 1, count - 1)] & 0xff;
            sum -= line[Math.max(i - radius, 0)] & 0xff;
        }
    }
}
