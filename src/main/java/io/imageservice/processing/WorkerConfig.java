package io.imageservice.processing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/// What a worker may take on.
@ConfigMapping(prefix = "images.worker")
interface WorkerConfig {
    /// Pictures worked on at the same moment; 0 = one a core.
    @WithDefault("0")
    @Min(0)
    @Max(256)
    int threads();

    /// The permit pool in pixels of 4 bytes; at least the largest accepted image.
    @WithDefault("100000000")
    @Min(1)
    @Max(Integer.MAX_VALUE)
    int pixels();

    /// Jobs under way at once, those that fetch or store included; 0 = four a thread.
    @WithDefault("0")
    @Min(0)
    @Max(1024)
    int jobs();

    /// How long a job is its worker's own; prolonged while it runs.
    @WithDefault("30s")
    @DurationMin(seconds = 1)
    Duration lease();

    /// How long a picture may be worked on.
    @WithDefault("60s")
    Duration deadline();

    /// How often a picture is tried before it counts as failed.
    @WithDefault("5")
    @Min(1)
    int attempts();

    /// How long jobs under way may take when the process is told to end; then they are handed back.
    @WithDefault("20s")
    Duration drain();

    /// The pause after the first failed attempt; it doubles, up to 30 s.
    @WithDefault("1s")
    Duration firstPause();

    default int threadsOrCores() {
        return threads() == 0 ? Runtime.getRuntime().availableProcessors() : threads();
    }

    default int jobsOrMore() {
        return jobs() == 0 ? 4 * threadsOrCores() : jobs();
    }
}
