package io.imageservice.engine;

import java.util.Optional;

/// Lay the deployment's mark over the picture.
///
/// @param position where one mark sits; empty to tile the whole picture with it
/// @param opacity 0 to 1
/// @param scale the mark's longer side as a share of the picture's shorter side, above 0 to 1
public record Watermark(Optional<Gravity> position, double opacity, double scale) implements Step {
    public static final double DEFAULT_OPACITY = 0.4;
    public static final double DEFAULT_SCALE = 0.2;
    public static final String TILE = "tile";

    public Watermark {
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException("opacity is not in 0..1: " + opacity);
        }
        if (!(scale > 0 && scale <= 1)) {
            throw new IllegalArgumentException("scale is not above 0 and at most 1: " + scale);
        }
    }

    /// In the lower right corner.
    public static Watermark standard() {
        return new Watermark(Optional.of(Gravity.SOUTHEAST), DEFAULT_OPACITY, DEFAULT_SCALE);
    }

    /// The size the mark is scaled to (up or down) on a picture of this size.
    public Size markSize(Size mark, Size picture) {
        double by = scale * picture.shorter() / mark.longer();
        return new Size(
                Math.max(1, (int) Math.round(mark.width() * by)),
                Math.max(1, (int) Math.round(mark.height() * by)));
    }

    /// The empty pixels between a single mark and the edges it leans on, and between tiles.
    public static int margin(Size mark) {
        return mark.shorter() / 4;
    }

    @Override
    public String canonical() {
        String where = position.map(Gravity::canonical).orElse(TILE);
        return "watermark:" + where + "," + Numbers.plain(opacity) + "," + Numbers.plain(scale);
    }
}
