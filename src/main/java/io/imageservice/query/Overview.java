package io.imageservice.query;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What waits, over all pods: read from the database when an operator looks.
@ApplicationScoped
class Overview {
    /// Counting stops here: that many is "very many" and a count of millions would be slow.
    private static final int MOST = 100_000;

    private static final String WAITING =
            """
            select 'queue' as what, count(*) as n, min(created_at) as oldest from
                (select created_at from images where status = 'TEMP' limit %1$d) q
            union all select 'outbox', count(*), min(created_at) from
                (select created_at from outbox where sent_at is null limit %1$d) o
            union all select 'deletions', count(*), min(deleted_at) from
                (select deleted_at from images
                    where status = 'DELETED' and purged_at is null limit %1$d) d
            union all select 'deadLetters', count(*), min(created_at) from
                (select created_at from dead_letters where resolved_at is null limit %1$d) l
            """
                    .formatted(MOST);

    private static final String RUNS =
            "select name, last_run from job_leases where last_run is not null";

    private final EntityManager entities;

    Overview(EntityManager entities) {
        this.entities = entities;
    }

    /// How many wait, and since when the oldest does (null when none does).
    @RegisterForReflection
    record Waiting(long waiting, @Nullable Instant oldest) {}

    /// @param lastRuns when each job was last done, by its name
    @Schema(name = "Overview")
    @RegisterForReflection
    record Seen(
            Waiting queue,
            Waiting outbox,
            Waiting deletions,
            Waiting deadLetters,
            Map<String, Instant> lastRuns) {}

    Seen look() {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    Map<String, Waiting> all = new LinkedHashMap<>();
                    rows(WAITING)
                            .forEach(row ->
                                    all.put(
                                            row.get("what", String.class),
                                            new Waiting(
                                                    row.get("n", Number.class).longValue(),
                                                    row.get("oldest", Instant.class))));
                    Map<String, Instant> runs = new LinkedHashMap<>();
                    rows(RUNS)
                            .forEach(row ->
                                    runs.put(
                                            row.get("name", String.class),
                                            row.get("last_run", Instant.class)));
                    return new Seen(
                            one(all, "queue"),
                            one(all, "outbox"),
                            one(all, "deletions"),
                            one(all, "deadLetters"),
                            runs);
                });
    }

    @SuppressWarnings("unchecked") // a native query knows no result type but this
    private List<Tuple> rows(String sql) {
        return entities.createNativeQuery(sql, Tuple.class).getResultList();
    }

    private static Waiting one(Map<String, Waiting> all, String what) {
        return all.getOrDefault(what, new Waiting(0, null));
    }
}
