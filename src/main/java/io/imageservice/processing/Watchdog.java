package io.imageservice.processing;

import io.imageservice.asset.Lifecycle;
import io.imageservice.asset.SweepJob;
import io.imageservice.event.ImageEvent;
import io.imageservice.event.Topics;
import io.imageservice.image.Image;
import io.imageservice.image.ImageStatus;
import io.imageservice.messaging.JobLeases;
import io.imageservice.messaging.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Queues again what a worker began and never ended: its lease has run out. A task that merely
/// waits has no lease and is left alone, however long the queue.
@ApplicationScoped
class Watchdog implements SweepJob {
    private static final Logger LOG = Logger.getLogger(Watchdog.class);

    static final String JOB = "watchdog";

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int AT_ONCE = 500;

    private final JobLeases jobs;
    private final Lifecycle lifecycle;
    private final Outbox outbox;

    Watchdog(JobLeases jobs, Lifecycle lifecycle, Outbox outbox) {
        this.jobs = jobs;
        this.lifecycle = lifecycle;
        this.outbox = outbox;
    }

    @Scheduled(every = "15s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        jobs.runIfDue(JOB, EVERY, this::run);
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public Map<String, Long> run() {
        long queued = 0;
        for (UUID id : overdue()) {
            queued += QuarkusTransaction.requiringNew().call(() -> requeue(id));
        }
        if (queued > 0) {
            LOG.warnf("%d jobs whose lease ran out are queued again", queued);
        }
        return Map.of("queued", queued);
    }

    private List<UUID> overdue() {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        Image.<Image>find(
                                        "status = ?1 and leaseUntil < ?2",
                                        ImageStatus.TEMP,
                                        lifecycle.now())
                                .page(0, AT_ONCE)
                                .stream()
                                .map(image -> image.id)
                                .toList());
    }

    /// The lease goes, so that this happens once; whoever takes the task counts the attempts.
    private int requeue(UUID id) {
        return Image.locked(id)
                .filter(i -> i.status() == ImageStatus.TEMP && expired(i))
                .map(image -> {
                    image.release();
                    String key = image.id.toString();
                    outbox.add(Topics.TASKS, key, new ImageEvent.RenderTask(image.id));
                    return 1;
                })
                .orElse(0);
    }

    private boolean expired(Image image) {
        return image.leaseUntil != null && image.leaseUntil.isBefore(lifecycle.now());
    }
}
