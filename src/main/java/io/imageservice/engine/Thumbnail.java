package io.imageservice.engine;

/// Cover a box and crop what stands out at the centre; never enlarges.
public record Thumbnail(int width, int height) implements Step {
    public Thumbnail {
        Sides.check(width, height, 1);
    }

    /// The size the picture is scaled to before the crop.
    public Size scaled(Size before) {
        return before.covering(width, height);
    }

    @Override
    public String canonical() {
        return "thumbnail:" + width + "x" + height;
    }

    @Override
    public Size after(Size before) {
        Size scaled = scaled(before);
        return new Size(Math.min(width, scaled.width()), Math.min(height, scaled.height()));
    }
}
