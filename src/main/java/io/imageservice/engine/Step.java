package io.imageservice.engine;

/// One thing done to a picture. Both engines agree on [#after]: sizes never differ between them.
public sealed interface Step
        permits Resize, Thumbnail, Crop, Watermark, Rotate, Flip, Flop, Grayscale, Blur, Sharpen {
    /// As the processing language writes it.
    String canonical();

    /// The size it leaves.
    default Size after(Size before) {
        return before;
    }
}
