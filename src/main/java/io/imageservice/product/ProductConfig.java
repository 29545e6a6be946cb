package io.imageservice.product;

import io.imageservice.engine.ImageFormat;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/// What an upload to a product may be (S0).
@ConfigMapping(prefix = "images.product")
interface ProductConfig {
    /// The largest file, in bytes (`5M` = 5 x 1,048,576).
    @WithDefault("5M")
    MemorySize maxFileSize();

    /// The formats taken, by extension: `JPG,PNG`.
    @WithDefault("JPG,PNG")
    List<String> formats();

    /// @throws IllegalStateException when one of them is no format
    default List<ImageFormat> imageFormats() {
        return formats().stream()
                .map(name ->
                        ImageFormat.ofExtension(name.strip())
                                .orElseThrow(() ->
                                        new IllegalStateException(
                                                "images.product.formats names no"
                                                        + " format: "
                                                        + name)))
                .toList();
    }
}
