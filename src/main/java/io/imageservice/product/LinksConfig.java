package io.imageservice.product;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Temporary links (S0).
@ConfigMapping(prefix = "images.links")
interface LinksConfig {
    /// How long a link can be fetched; S3 allows at most 7 days.
    @WithDefault("60m")
    Duration expiry();

    /// How long links are cached; shorter than they live.
    @WithDefault("50m")
    Duration cache();
}
