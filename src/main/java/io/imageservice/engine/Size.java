package io.imageservice.engine;

/// Width and height in pixels, both at least 1.
public record Size(int width, int height) {
    public Size {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "a side is not at least 1: %dx%d".formatted(width, height));
        }
    }

    public long pixels() {
        return (long) width * height;
    }

    public int shorter() {
        return Math.min(width, height);
    }

    public int longer() {
        return Math.max(width, height);
    }

    public Size turned() {
        return new Size(height, width);
    }

    /// The largest size of the same shape inside the box; never larger than this one.
    public Size inside(int boxWidth, int boxHeight) {
        return scaled(
                Math.min(1.0, Math.min(boxWidth / (double) width, boxHeight / (double) height)));
    }

    /// The smallest size of the same shape that covers the box; never larger than this one.
    public Size covering(int boxWidth, int boxHeight) {
        return scaled(
                Math.min(1.0, Math.max(boxWidth / (double) width, boxHeight / (double) height)));
    }

    private Size scaled(double by) {
        return new Size(
                Math.max(1, (int) Math.round(width * by)),
                Math.max(1, (int) Math.round(height * by)));
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
