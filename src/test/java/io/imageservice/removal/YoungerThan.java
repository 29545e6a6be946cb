package io.imageservice.removal;

import java.time.Duration;

/// The defaults, but for the reconciler: how old things must be, and whether it removes.
record YoungerThan(Duration reconcilerAge, boolean reconcilerRemove) implements SweepConfig {
    @Override
    public String zone() {
        return "UTC";
    }

    @Override
    public String referenceTypes() {
        return "0 30 0 * * ?";
    }

    @Override
    public String failedImages() {
        return "0 0 3 * * ?";
    }

    @Override
    public Duration failedAge() {
        return Duration.ofHours(24);
    }

    @Override
    public String staleTemp() {
        return "0 0 10 * * ?";
    }

    @Override
    public Duration tempAge() {
        return Duration.ofHours(24);
    }

    @Override
    public Duration failedDeletes() {
        return Duration.ofHours(24);
    }

    @Override
    public Duration reconciler() {
        return Duration.ofHours(24);
    }

    @Override
    public Duration cleanUp() {
        return Duration.ofHours(24);
    }

    @Override
    public Duration outboxRetention() {
        return Duration.ofDays(7);
    }

    @Override
    public Duration consumedRetention() {
        return Duration.ofDays(14);
    }

    @Override
    public Duration tombstoneRetention() {
        return Duration.ofDays(7);
    }

    @Override
    public Duration purgedRetention() {
        return Duration.ofDays(7);
    }
}
