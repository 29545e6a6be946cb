package io.imageservice.query;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// Server-sent events of this pod.
@ConfigMapping(prefix = "images.events")
interface EventsConfig {
    /// The most streams a pod keeps open; a further one is answered 503. More than the default need
    /// a larger `QUARKUS_HTTP_LIMITS_MAX_CONNECTIONS`, 6,000.
    @WithDefault("5000")
    @Min(1)
    int maxStreams();

    /// The longest silence on a stream before a heartbeat.
    @WithDefault("15s")
    Duration heartbeat();

    /// The most frames that wait for a slow reader; one more and its stream is closed, so that it
    /// comes back and is told what it missed.
    @WithDefault("64")
    @Min(8)
    int buffer();

    /// How long changes are gathered before the gallery's streams are told of them together.
    @WithDefault("100ms")
    Duration gather();

    /// The most changes told one by one at a time; more of them become one `resync`.
    @WithDefault("50")
    @Min(1)
    int burst();
}
