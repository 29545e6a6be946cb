package io.imageservice.engine;

/// Turn clockwise.
///
/// @param degrees 90, 180 or 270
public record Rotate(int degrees) implements Step {
    public Rotate {
        if (degrees != 90 && degrees != 180 && degrees != 270) {
            throw new IllegalArgumentException("degrees are not 90, 180 or 270: " + degrees);
        }
    }

    @Override
    public String canonical() {
        return "rotate:" + degrees;
    }

    @Override
    public Size after(Size before) {
        return degrees == 180 ? before : before.turned();
    }
}
