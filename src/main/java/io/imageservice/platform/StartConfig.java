package io.imageservice.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How a process comes up.
@ConfigMapping(prefix = "images.start")
interface StartConfig {
    /// How long it waits for a database that is away, or for `migrate` to bring the schema up to
    /// date, before it gives up.
    @WithDefault("60s")
    Duration patience();
}
