package io.imageservice.processing;

import io.imageservice.asset.Lifecycle;
import io.imageservice.image.Image;
import io.imageservice.image.ImageStatus;
import io.imageservice.messaging.ProcessName;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/// Who may render an image: its row says whose it is and until when (ADR 0011). Every method is a
/// short transaction of its own.
@ApplicationScoped
class Leases {
    private final Lifecycle lifecycle;
    private final WorkerConfig config;
    private final String process;
    private final LeaseRenewal renewal;

    Leases(Lifecycle lifecycle, WorkerConfig config, ProcessName process, LeaseRenewal renewal) {
        this.lifecycle = lifecycle;
        this.config = config;
        this.process = process.name();
        this.renewal = renewal;
    }

    /// Takes the image's lease and keeps it prolonged until [#letGo].
    Taking take(UUID imageId) {
        String lease = process + "/" + UUID.randomUUID().toString().substring(0, 8);
        Taking taking =
                QuarkusTransaction.requiringNew()
                        .call(() -> Image.locked(imageId).map(i -> take(i, lease)))
                        .orElseGet(Taking.Over::new);
        if (taking instanceof Taking.Taken(Job job)) {
            renewal.add(job);
        }
        return taking;
    }

    private Taking take(Image image, String lease) {
        OffsetDateTime now = lifecycle.now();
        if (image.status() != ImageStatus.TEMP) {
            return new Taking.Over();
        }
        if (!image.leasable(lease, now)) {
            return new Taking.Held(Duration.between(now, image.leaseUntil));
        }
        image.lease(lease, now, config.lease());
        Job job = Job.of(image, lease);
        return image.attempts < config.attempts()
                ? new Taking.Taken(job)
                : new Taking.Exhausted(job);
    }

    /// Counts an attempt: decoding starts now.
    ///
    /// @return which attempt it is, from 1; empty when the lease was lost
    Optional<Integer> start(Job job) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        own(job).map(image -> {
                            image.attempts++;
                            return image.attempts;
                        }));
    }

    /// Gives the job up for others to take at once.
    ///
    /// @param started whether the attempt under way is to be forgotten
    void handBack(Job job, boolean started) {
        letGo(job);
        QuarkusTransaction.requiringNew()
                .run(() ->
                        own(job).ifPresent(image -> {
                            image.attempts -= started ? 1 : 0;
                            image.release();
                        }));
    }

    /// Prolongs no longer.
    void letGo(Job job) {
        renewal.remove(job);
    }

    private static Optional<Image> own(Job job) {
        return Image.locked(job.imageId())
                .filter(i -> i.status() == ImageStatus.TEMP && i.leasedBy(job.lease()));
    }
}
