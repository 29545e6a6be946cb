package io.imageservice.upload;

import io.imageservice.asset.StatusSignals;
import io.imageservice.image.Image;
import io.imageservice.image.ImageStatus;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Holds a request until its images are rendered, woken by the database: nothing is polled, and no
/// connection is held meanwhile.
@ApplicationScoped
class StatusWait {
    private final StatusSignals signals;

    StatusWait(StatusSignals signals) {
        this.signals = signals;
    }

    /// Whether none of them is TEMP any more before `most` has passed.
    boolean settled(List<UUID> ids, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        var woken = new Semaphore(0);
        var subscriptions = new ArrayList<StatusSignals.Subscription>();
        try {
            ids.forEach(id -> subscriptions.add(signals.on(id, woken::release)));
            while (pending(ids)) {
                long left = end - System.nanoTime();
                if (left <= 0 || !woken.tryAcquire(left, TimeUnit.NANOSECONDS)) {
                    return !pending(ids);
                }
                woken.drainPermits();
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            subscriptions.forEach(StatusSignals.Subscription::close);
        }
    }

    private static boolean pending(List<UUID> ids) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Image.count("id in ?1 and status = ?2", ids, ImageStatus.TEMP) > 0);
    }
}
