package io.imageservice.removal;

import io.imageservice.asset.Lifecycle;
import io.imageservice.cache.FailedDeletes;
import io.imageservice.messaging.Backoff;
import io.imageservice.messaging.JobLeases;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Tries to remove an image's objects, and remembers where that failed: in Redis' `failed_deletes`
/// and in the database, of which one may be away.
@ApplicationScoped
class Removals {
    private static final Logger LOG = Logger.getLogger(Removals.class);
    private static final int QUICK_TRIES = 3;
    private static final Backoff QUICK =
            new Backoff(Duration.ofMillis(100), Duration.ofMillis(500));

    private final ObjectRemover remover;
    private final FailedDeletes failed;
    private final Lifecycle lifecycle;
    private final JobLeases leases;

    Removals(ObjectRemover remover, FailedDeletes failed, Lifecycle lifecycle, JobLeases leases) {
        this.remover = remover;
        this.failed = failed;
        this.lifecycle = lifecycle;
        this.leases = leases;
    }

    /// A few quick tries; then it is the sweeper's.
    void quickly(UUID image) {
        for (int tries = 1; tries < QUICK_TRIES; tries++) {
            try {
                remover.remove(image);
                return;
            } catch (RuntimeException e) {
                LOG.debugf(e, "removing the objects of %s failed", image);
                if (!QUICK.pause(tries - 1)) {
                    break;
                }
            }
        }
        once(image);
    }

    /// One try; what fails is listed, what is done is no longer. What fails by the end of the
    /// process is the sweepers' of others: the row says DELETED and not yet gone.
    ///
    /// @return whether the image is off the list
    boolean once(UUID image) {
        try {
            ObjectRemover.Outcome outcome = remover.remove(image);
            failed.remove(image.toString());
            return outcome != ObjectRemover.Outcome.WAITS;
        } catch (RuntimeException e) {
            if (leases.leaving()) {
                return false;
            }
            LOG.warnf("the objects of %s could not be removed: %s", image, e.getMessage());
            failed.add(image);
            count(image);
            return false;
        }
    }

    private void count(UUID image) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> RemovalFailure.count(image, lifecycle.now()));
        } catch (RuntimeException e) {
            // The row says DELETED and not yet gone; that is enough for the sweeper.
            LOG.warnf("a failed removal is not counted: %s", e.getMessage());
        }
    }
}
