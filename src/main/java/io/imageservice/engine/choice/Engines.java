package io.imageservice.engine.choice;

import io.imageservice.engine.EngineSettings;
import io.imageservice.engine.ImageEngine;
import io.imageservice.engine.imageio.ImageIoEngine;
import io.imageservice.engine.imageio.Marks;
import io.imageservice.engine.vips.VipsEngine;
import java.util.Optional;

/// Finds the engine a deployment asked for.
public final class Engines {
    private Engines() {}

    /// @param name `auto` (vips where it loads, imageio else), `vips` or `imageio`
    /// @throws IllegalArgumentException for any other name
    /// @throws IllegalStateException when the engine named is not there
    public static ImageEngine choose(String name, EngineSettings settings) {
        ImageEngine imageio = new ImageIoEngine(settings);
        return switch (name) {
            case "imageio" -> imageio;
            case "auto" -> vips(settings, imageio).orElse(imageio);
            case "vips" ->
                    vips(settings, imageio)
                            .orElseThrow(() -> new IllegalStateException(VipsEngine.ABSENT));
            default ->
                    throw new IllegalArgumentException(
                            "engine is not auto, vips or imageio: " + name);
        };
    }

    private static Optional<ImageEngine> vips(EngineSettings settings, ImageEngine rest) {
        return VipsEngine.find(settings, Marks.load(settings.watermark()), rest).map(vips -> vips);
    }
}
