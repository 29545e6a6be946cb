package io.imageservice.engine.vips;

import io.imageservice.engine.EngineFailure;

/// EXIF orientation applied. The picture must be in memory: turning reads it in another order.
final class VipsOrientation {
    private static final String MIRROR = "direction=horizontal";

    private VipsOrientation() {}

    static VipsImage upright(VipsImage image, int orientation) throws EngineFailure {
        return switch (orientation) {
            case 2 -> image.apply("flip", MIRROR);
            case 3 -> image.apply("rot", "angle=d180");
            case 4 -> image.apply("flip", "direction=vertical");
            case 5 -> image.apply("rot", "angle=d90").apply("flip", MIRROR);
            case 6 -> image.apply("rot", "angle=d90");
            case 7 -> image.apply("rot", "angle=d270").apply("flip", MIRROR);
            case 8 -> image.apply("rot", "angle=d270");
            default -> image;
        };
    }
}
