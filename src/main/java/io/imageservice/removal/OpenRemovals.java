package io.imageservice.removal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What waits to be removed, as the database knows it.
@ApplicationScoped
class OpenRemovals {
    private static final String PENDING =
            """
            select count(*), min(deleted_at) from images
            where status = 'DELETED' and purged_at is null
            """;
    private static final String FAILED = "select count(*), min(since) from removal_failures";
    private static final String LEASED =
            """
            select count(*), min(deleted_at) from images
            where status = 'DELETED' and purged_at is null and lease_until > ?1
            """;
    private static final String OLDEST =
            """
            select i.image_id as id, i.deleted_at as deleted, f.failures as failures,
                f.last_try as tried
            from images i left join removal_failures f on f.image_id = i.image_id
            where i.status = 'DELETED' and i.purged_at is null
            order by i.deleted_at limit ?1
            """;

    private final EntityManager entities;
    private final Clock clock;

    OpenRemovals(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /// How many, and how long the oldest has waited.
    @Schema(name = "RemovalsWaiting")
    @RegisterForReflection
    public record Waiting(long count, long oldestAgeSeconds) {}

    @RegisterForReflection
    public record Removal(
            UUID imageId, Instant deletedAt, int failures, @Nullable Instant lastTry) {}

    /// All that are DELETED and not verified gone, those that failed among them.
    @Transactional
    Waiting pending() {
        return waiting(entities.createNativeQuery(PENDING, Tuple.class).getSingleResult());
    }

    /// Those whose removal failed.
    @Transactional
    Waiting failed() {
        return waiting(entities.createNativeQuery(FAILED, Tuple.class).getSingleResult());
    }

    /// Those that wait for a worker's lease to end.
    @Transactional
    Waiting leased() {
        var query =
                entities.createNativeQuery(LEASED, Tuple.class).setParameter(1, clock.instant());
        return waiting(query.getSingleResult());
    }

    @Transactional
    @SuppressWarnings("unchecked")
    List<Removal> oldest(int most) {
        List<Tuple> rows =
                entities.createNativeQuery(OLDEST, Tuple.class)
                        .setParameter(1, most)
                        .getResultList();
        return rows.stream().map(OpenRemovals::removal).toList();
    }

    private static Removal removal(Tuple row) {
        Integer failures = row.get("failures", Integer.class);
        return new Removal(
                row.get("id", UUID.class),
                row.get("deleted", Instant.class),
                failures == null ? 0 : failures,
                row.get("tried", Instant.class));
    }

    private Waiting waiting(Object row) {
        Tuple tuple = (Tuple) row;
        Instant oldest = tuple.get(1, Instant.class);
        long age = oldest == null ? 0 : Duration.between(oldest, clock.instant()).toSeconds();
        return new Waiting(tuple.get(0, Number.class).longValue(), Math.max(0, age));
    }
}
