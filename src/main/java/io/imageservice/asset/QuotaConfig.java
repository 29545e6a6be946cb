package io.imageservice.asset;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/// How much one principal may have here. Deleted images do not count.
@ConfigMapping(prefix = "images.quota")
interface QuotaConfig {
    /// Images of one principal; 0 = no limit.
    @WithDefault("0")
    @Min(0)
    long images();

    /// Bytes of one principal's originals (`10G` = 10 x 1,073,741,824); 0 = no limit.
    @WithDefault("0")
    MemorySize bytes();
}
