package io.imageservice.engine.raster;

import io.imageservice.engine.Blur;
import io.imageservice.engine.Crop;
import io.imageservice.engine.Flip;
import io.imageservice.engine.Flop;
import io.imageservice.engine.Gravity;
import io.imageservice.engine.Grayscale;
import io.imageservice.engine.Resize;
import io.imageservice.engine.Rotate;
import io.imageservice.engine.Sharpen;
import io.imageservice.engine.Size;
import io.imageservice.engine.Step;
import io.imageservice.engine.Thumbnail;
import io.imageservice.engine.Watermark;

/// Carries out the steps of a pipeline. None changes the picture it is given.
public final class Steps {
    private Steps() {}

    public static Pixels apply(Step step, Pixels pixels, Mark mark) {
        Size size = pixels.size();
        return switch (step) {
            case Resize resize -> Scaler.scale(pixels, resize.after(size));
            case Thumbnail thumbnail -> thumbnail(pixels, thumbnail);
            case Crop crop -> crop(pixels, crop.after(size), crop.gravity());
            case Watermark watermark -> mark.over(pixels, watermark);
            case Rotate rotate -> Turn.clockwise(rotate.degrees()).apply(pixels);
            case Flip() -> Turn.FLIP.apply(pixels);
            case Flop() -> Turn.FLOP.apply(pixels);
            case Grayscale() -> Gray.of(pixels);
            case Blur blur -> Gauss.blur(pixels, blur.sigma());
            case Sharpen() -> Unsharp.of(pixels);
        };
    }

    /// A picture scaled before (by the same rule) is only cropped.
    private static Pixels thumbnail(Pixels pixels, Thumbnail thumbnail) {
        Pixels scaled = Scaler.scale(pixels, thumbnail.scaled(pixels.size()));
        return crop(scaled, thumbnail.after(scaled.size()), Gravity.CENTER);
    }

    private static Pixels crop(Pixels pixels, Size to, Gravity gravity) {
        if (to.equals(pixels.size())) {
            return pixels;
        }
        Pixels out = Pixels.blank(to.width(), to.height(), pixels.channels());
        int from =
                gravity.top(pixels.size(), to) * pixels.stride()
                        + gravity.left(pixels.size(), to) * pixels.channels();
        for (int y = 0; y < to.height(); y++) {
            System.arraycopy(
                    pixels.data(),
                    from + y * pixels.stride(),
                    out.data(),
                    y * out.stride(),
                    out.stride());
        }
        return out;
    }
}
