package io.imageservice.removal;

import io.imageservice.asset.Lifecycle;
import io.imageservice.asset.SweepJob;
import io.imageservice.event.Topics;
import io.imageservice.image.Image;
import io.imageservice.image.ImageStatus;
import io.imageservice.messaging.TopicNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.OffsetDateTime;
import java.util.Map;

/// Ends images that are TEMP for too long although no worker is at them and no task of theirs is on
/// its way (S2). A long queue is no reason to end anything.
@ApplicationScoped
class StaleTempSweep implements SweepJob {
    static final String NAME = "stale-temp";

    /// A task is on its way from the outbox until the inbox has it.
    private static final String QUEUED =
            """
            select count(*) from outbox o where o.topic = 'image.tasks' and o.key = ?1
            and not exists (select 1 from consumed_messages c
                            where c.message_id = ?2 || ':' || o.event_id)
            """;

    private final StaleImages stale;
    private final SweepConfig config;
    private final Lifecycle lifecycle;
    private final EntityManager entities;
    private final String tasks;

    StaleTempSweep(
            StaleImages stale,
            SweepConfig config,
            Lifecycle lifecycle,
            EntityManager entities,
            TopicNames names) {
        this.stale = stale;
        this.config = config;
        this.lifecycle = lifecycle;
        this.entities = entities;
        this.tasks = names.of(Topics.TASKS);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Long> run() {
        OffsetDateTime before = lifecycle.now().minus(config.tempAge());
        String reason = "TEMP for more than " + config.tempAge();
        return stale.end(
                ImageStatus.TEMP, before, reason, image -> !running(image) && !queued(image));
    }

    private boolean running(Image image) {
        return image.leaseUntil != null && image.leaseUntil.isAfter(lifecycle.now());
    }

    private boolean queued(Image image) {
        Number waiting =
                (Number)
                        entities.createNativeQuery(QUEUED)
                                .setParameter(1, image.id.toString())
                                .setParameter(2, tasks)
                                .getSingleResult();
        return waiting.longValue() > 0;
    }
}
