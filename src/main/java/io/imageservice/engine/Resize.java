package io.imageservice.engine;

/// Fit inside a box; never enlarges.
///
/// @param width 0 where only the height bounds
/// @param height 0 where only the width bounds
public record Resize(int width, int height) implements Step {
    public Resize {
        Sides.check(width, height, 0);
        if (width == 0 && height == 0) {
            throw new IllegalArgumentException("neither width nor height");
        }
    }

    @Override
    public String canonical() {
        return "resize:" + (width == 0 ? "" : width) + "x" + (height == 0 ? "" : height);
    }

    @Override
    public Size after(Size before) {
        return before.inside(
                width == 0 ? Integer.MAX_VALUE : width, height == 0 ? Integer.MAX_VALUE : height);
    }
}
