package io.imageservice.processing;

import io.imageservice.asset.Lifecycle;
import io.imageservice.image.Image;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Prolongs the leases of jobs under way, all in one statement, three times a lease.
@ApplicationScoped
class LeaseRenewal {
    private static final Logger LOG = Logger.getLogger(LeaseRenewal.class);

    private final Lifecycle lifecycle;
    private final WorkerConfig config;
    private final Map<String, UUID> images = new ConcurrentHashMap<>();
    private @Nullable Thread thread;

    LeaseRenewal(Lifecycle lifecycle, WorkerConfig config) {
        this.lifecycle = lifecycle;
        this.config = config;
    }

    synchronized void add(Job job) {
        images.put(job.lease(), job.imageId());
        if (thread == null) {
            thread = Thread.ofVirtual().name("lease-renewal").start(this::run);
        }
    }

    void remove(Job job) {
        images.remove(job.lease());
    }

    /// Only when the container goes: jobs still end while the process drains.
    @PreDestroy
    synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(config.lease().dividedBy(3));
                renew();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Leaves `version` alone: a lease is no change of the image that anybody must notice. Locks in
    /// id order, as whoever locks several images does: a bare update takes them as they lie.
    void renew() {
        List<String> leases = List.copyOf(images.keySet());
        if (leases.isEmpty()) {
            return;
        }
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> {
                        var held = Image.lockedIds(leases, List.copyOf(images.values()));
                        var until = lifecycle.now().plus(config.lease());
                        Image.update("leaseUntil = ?1 where id in ?2", until, held);
                    });
        } catch (RuntimeException e) {
            LOG.warnf("%d leases were not prolonged: %s", leases.size(), e.getMessage());
        }
    }
}
