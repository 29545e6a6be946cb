package io.imageservice.removal;

import io.imageservice.asset.Lifecycle;
import io.imageservice.asset.SweepJob;
import io.imageservice.image.ImageStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Map;

/// Ends images that have been FAILED for too long (S2).
@ApplicationScoped
class FailedImagesSweep implements SweepJob {
    static final String NAME = "failed-images";

    private final StaleImages stale;
    private final SweepConfig config;
    private final Lifecycle lifecycle;

    FailedImagesSweep(StaleImages stale, SweepConfig config, Lifecycle lifecycle) {
        this.stale = stale;
        this.config = config;
        this.lifecycle = lifecycle;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Long> run() {
        OffsetDateTime before = lifecycle.now().minus(config.failedAge());
        String reason = "FAILED for more than " + config.failedAge();
        return stale.end(ImageStatus.FAILED, before, reason, image -> true);
    }
}
