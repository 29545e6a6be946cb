package io.imageservice.engine;

import java.nio.file.Path;
import java.util.Optional;

/// What a deployment may choose about its engine.
///
/// @param watermark a PNG used instead of the bundled mark
/// @param webpEffort libwebp's method, 0 (fast, larger files) to 6
/// @param avifEffort the AV1 encoder's effort, 0 to 9
public record EngineSettings(Optional<Path> watermark, int webpEffort, int avifEffort) {
    public EngineSettings {
        if (webpEffort < 0 || webpEffort > 6) {
            throw new IllegalArgumentException("webpEffort is not in 0..6: " + webpEffort);
        }
        if (avifEffort < 0 || avifEffort > 9) {
            throw new IllegalArgumentException("avifEffort is not in 0..9: " + avifEffort);
        }
    }

    /// The bundled mark and the efforts libwebp, libvips and sharp use by themselves.
    public static EngineSettings standard() {
        return new EngineSettings(Optional.empty(), 4, 4);
    }
}
