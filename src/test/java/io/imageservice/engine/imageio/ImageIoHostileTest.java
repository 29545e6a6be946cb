package io.imageservice.engine.imageio;

import io.imageservice.engine.EngineSettings;
import io.imageservice.engine.HostileContract;
import io.imageservice.engine.ImageEngine;

final class ImageIoHostileTest extends HostileContract {
    private static final ImageEngine ENGINE = new ImageIoEngine(EngineSettings.standard());

    @Override
    protected ImageEngine engine() {
        return ENGINE;
    }
}
