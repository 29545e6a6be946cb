package io.imageservice.engine.vips;

import io.imageservice.engine.ImageEngine;
import io.imageservice.engine.ImageEngineContract;

final class VipsEngineTest extends ImageEngineContract {
    private final ImageEngine engine = Libvips.engine();

    @Override
    protected ImageEngine engine() {
        return engine;
    }

    /// libjpeg's fractions are no exact means.
    @Override
    protected Off fraction() {
        return new Off(2.5, 50);
    }
}
