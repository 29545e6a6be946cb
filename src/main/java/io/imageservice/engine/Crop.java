package io.imageservice.engine;

/// Cut out a box, clamped to the picture.
public record Crop(int width, int height, Gravity gravity) implements Step {
    public Crop {
        Sides.check(width, height, 1);
    }

    @Override
    public String canonical() {
        return "crop:" + width + "x" + height + "," + gravity.canonical();
    }

    @Override
    public Size after(Size before) {
        return new Size(Math.min(width, before.width()), Math.min(height, before.height()));
    }
}
