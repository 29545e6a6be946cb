package io.imageservice.engine.raster;

/// Keeps every row.
public final class Collector implements RowSink {
    private final Pixels pixels;
    private int next;

    public Collector(int width, int height, int channels) {
        pixels = Pixels.blank(width, height, channels);
    }

    @Override
    public void row(byte[] bytes, int offset) {
        System.arraycopy(bytes, offset, pixels.data(), next * pixels.stride(), pixels.stride());
        next++;
    }

    public Pixels pixels() {
        return pixels;
    }
}
