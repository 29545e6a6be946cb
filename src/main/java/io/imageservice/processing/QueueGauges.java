package io.imageservice.processing;

import io.imageservice.image.Image;
import io.imageservice.image.ImageStatus;
import io.imageservice.messaging.Roles;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jboss.logging.Logger;

/// What waits to be rendered, and what the worker holds: `images_queue_age_seconds`,
/// `images_stuck`, `images_pixels_in_use`, `images_pixels_permitted`, `images_jobs`. Only workers
/// have them.
@ApplicationScoped
class QueueGauges {
    private static final Logger LOG = Logger.getLogger(QueueGauges.class);

    private final EntityManager entities;
    private final Clock clock;
    private final Roles roles;
    private volatile double ageSeconds;
    private volatile long stuck;

    QueueGauges(EntityManager entities, Clock clock, Roles roles) {
        this.entities = entities;
        this.clock = clock;
        this.roles = roles;
    }

    void start(@Observes StartupEvent event, MeterRegistry meters, Studio studio, Crew crew) {
        if (!roles.role().works()) {
            return;
        }
        PixelPermits permits = studio.permits();
        meters.gauge("images.pixels.in.use", permits, PixelPermits::inUse);
        meters.gauge("images.pixels.permitted", permits, PixelPermits::total);
        meters.gauge("images.jobs", crew, Crew::size);
        meters.gauge("images.queue.age.seconds", this, own -> own.ageSeconds);
        meters.gauge("images.stuck", this, own -> own.stuck);
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void sample() {
        if (!roles.role().works()) {
            return;
        }
        try {
            QuarkusTransaction.requiringNew().run(this::read);
        } catch (RuntimeException e) {
            LOG.debugf("no sample of the queue: %s", e.getMessage());
        }
    }

    private void read() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        OffsetDateTime oldest =
                entities.createQuery(
                                "select min(createdAt) from Image where status = ?1",
                                OffsetDateTime.class)
                        .setParameter(1, ImageStatus.TEMP)
                        .getSingleResult();
        ageSeconds = oldest == null ? 0 : Duration.between(oldest, now).toMillis() / 1000.0;
        stuck = Image.count("status = ?1 and leaseUntil < ?2", ImageStatus.TEMP, now);
    }
}
