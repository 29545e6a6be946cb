package io.imageservice.removal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// When sweeps run, and how old things must be for them. Crons are Quartz-like with seconds.
@ConfigMapping(prefix = "images.sweep")
interface SweepConfig {
    /// The zone crons are read in.
    @WithDefault("UTC")
    String zone();

    /// When reference types and extensions are read again.
    @WithDefault("0 30 0 * * ?")
    String referenceTypes();

    /// When old FAILED images end.
    @WithDefault("0 0 3 * * ?")
    String failedImages();

    /// How long an image may be FAILED.
    @WithDefault("24h")
    Duration failedAge();

    /// When old TEMP images end.
    @WithDefault("0 0 10 * * ?")
    String staleTemp();

    /// How long an image that is neither queued nor running may be TEMP.
    @WithDefault("24h")
    Duration tempAge();

    /// The time between two sweeps of failed removals, counted from the last run.
    @WithDefault("24h")
    Duration failedDeletes();

    /// The time between two comparisons of storage and database.
    @WithDefault("24h")
    Duration reconciler();

    /// How old an object or a row must be to be judged by the reconciler.
    @WithDefault("24h")
    Duration reconcilerAge();

    /// Whether the reconciler removes objects without a row; otherwise it only reports.
    @WithDefault("false")
    boolean reconcilerRemove();

    /// The time between two clean-ups.
    @WithDefault("24h")
    Duration cleanUp();

    /// How long sent messages are kept. Not shorter than the broker keeps `image.tasks`: what is
    /// still on its way is told from these rows.
    @WithDefault("7d")
    Duration outboxRetention();

    /// How long consumed messages are remembered; longer than the broker keeps them.
    @WithDefault("14d")
    Duration consumedRetention();

    /// How long a product's deletion outweighs older creations.
    @WithDefault("7d")
    Duration tombstoneRetention();

    /// How long row and history outlive the objects.
    @WithDefault("7d")
    Duration purgedRetention();
}
