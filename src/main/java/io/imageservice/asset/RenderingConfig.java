package io.imageservice.asset;

import io.imageservice.engine.ImageFormat;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What this deployment renders. Api pods have no engine: what the workers' engines can do is said
/// here.
@ConfigMapping(prefix = "images.rendering")
public interface RenderingConfig {
    /// The formats a pipeline may ask for; a worker whose engine lacks one of them is not ready.
    @WithDefault("JPEG,PNG,WEBP")
    Set<ImageFormat> outputs();

    /// Processing texts by name, beside `thumbnail`, `resize` and `watermark`.
    Map<String, String> presets();

    /// A PNG used as watermark instead of the bundled mark.
    Optional<Path> watermark();

    /// The most pipelines of one upload.
    @WithDefault("5")
    @Min(1)
    int maxPipelines();

    /// libwebp's effort, 0 (fast, larger files) to 6.
    @WithDefault("4")
    @Min(0)
    @Max(6)
    int webpEffort();

    /// The AV1 encoder's effort, 0 to 9.
    @WithDefault("4")
    @Min(0)
    @Max(9)
    int avifEffort();
}
