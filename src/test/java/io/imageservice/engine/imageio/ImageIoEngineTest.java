package io.imageservice.engine.imageio;

import io.imageservice.engine.EngineSettings;
import io.imageservice.engine.ImageEngine;
import io.imageservice.engine.ImageEngineContract;

final class ImageIoEngineTest extends ImageEngineContract {
    private static final ImageEngine ENGINE = new ImageIoEngine(EngineSettings.standard());

    @Override
    protected ImageEngine engine() {
        return ENGINE;
    }
}
