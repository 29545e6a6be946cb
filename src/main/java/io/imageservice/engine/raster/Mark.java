package io.imageservice.engine.raster;

import io.imageservice.engine.Gravity;
import io.imageservice.engine.Size;
import io.imageservice.engine.Watermark;

/// The deployment's mark, ready to be laid over pictures.
public record Mark(Pixels pixels) {
    Pixels over(Pixels picture, Watermark step) {
        Size size = step.markSize(pixels.size(), picture.size());
        Pixels scaled = Scaler.scale(pixels, size);
        Pixels out =
                new Pixels(
                        picture.width(),
                        picture.height(),
                        picture.channels(),
                        picture.data().clone());
        Layer layer = new Layer(out, scaled, step.opacity());
        int margin = Watermark.margin(size);
        if (step.position().isPresent()) {
            one(layer, picture.size(), size, step.position().get(), margin);
        } else {
            tiles(layer, picture.size(), size, margin);
        }
        return out;
    }

    private static void one(Layer layer, Size picture, Size mark, Gravity where, int margin) {
        int left = where.left(picture, mark);
        int top = where.top(picture, mark);
        layer.at(
                pushed(left, picture.width() - mark.width(), margin),
                pushed(top, picture.height() - mark.height(), margin));
    }

    /// Away from the edge it leans on, as far as there is room.
    private static int pushed(int at, int room, int margin) {
        if (at <= 0) {
            return Math.min(margin, Math.max(0, room / 2));
        }
        return at >= room ? Math.max(room - margin, room / 2) : at;
    }

    private static void tiles(Layer layer, Size picture, Size mark, int margin) {
        for (int top = margin; top < picture.height(); top += mark.height() + margin + 1) {
            for (int left = margin; left < picture.width(); left += mark.width() + margin + 1) {
                layer.at(left, top);
            }
        }
    }
}
