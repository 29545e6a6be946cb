package io.imageservice.engine.choice;

import io.imageservice.engine.EngineSettings;
import io.imageservice.engine.ImageEngine;
import io.imageservice.engine.imageio.ImageIoEngine;

/// Finds the engine a deployment asked for.
public final class Engines {
    private Engines() {}

    /// @param name `auto` (vips where it loads, imageio else), `vips` or `imageio`
    /// @throws IllegalArgumentException for any other name
    /// @throws IllegalStateException when the engine named is not there
    public static ImageEngine choose(String name, EngineSettings settings) {
        return switch (name) {
            case "auto", "imageio" -> new ImageIoEngine(settings);
            case "vips" -> throw new IllegalStateException("libvips is not there");
            default ->
                    throw new IllegalArgumentException(
                            "engine is not auto, vips or imageio: " + name);
        };
    }
}
