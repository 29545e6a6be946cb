package io.imageservice.platform;

import io.imageservice.storage.ObjectStore;
import io.imageservice.storage.StorageUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// A pod is ready when database (Quarkus' own check) and storage answer; Redis is never asked. The
/// answer is kept for 5 s, so that probes do not add up to a load.
@Readiness
@ApplicationScoped
class StorageReady implements HealthCheck {
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final ObjectStore store;
    private final Clock clock;
    private Instant asked = Instant.MIN;
    private boolean up;

    StorageReady(ObjectStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public synchronized HealthCheckResponse call() {
        Instant now = clock.instant();
        if (asked.isBefore(now.minus(KEPT))) {
            up = reachable();
            asked = now;
        }
        return HealthCheckResponse.named("storage").status(up).build();
    }

    private boolean reachable() {
        try {
            return store.reachable();
        } catch (StorageUnavailableException e) {
            return false;
        }
    }
}
