package io.imageservice.engine.vips;

import io.imageservice.engine.ImageEngine;
import io.imageservice.engine.ImageEngineContract;

final class VipsEngineTest extends ImageEngineContract {
    @Override
    protected ImageEngine engine() {
        return Libvips.engine();
    }

    /// libjpeg's fractions are no exact means.
    @Override
    protected Off fraction() {
        return new Off(2.5, 50);
    }
}
