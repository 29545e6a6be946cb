package io.imageservice.removal;

import io.imageservice.asset.SweepJob;
import io.imageservice.asset.UploadConfig;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Removes rows nobody needs any more: sent messages, consumed ones, idempotency keys, tombstones,
/// and images verified gone long enough ago. In portions, so that no statement holds much.
@ApplicationScoped
class CleanUp implements SweepJob {
    static final String NAME = "clean-up";

    private static final int PORTION = 5000;

    private final SweepConfig config;
    private final UploadConfig uploads;
    private final Purge purge;
    private final EntityManager entities;
    private final Clock clock;

    CleanUp(
            SweepConfig config,
            UploadConfig uploads,
            Purge purge,
            EntityManager entities,
            Clock clock) {
        this.config = config;
        this.uploads = uploads;
        this.purge = purge;
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Long> run() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("outbox", rows("outbox", "sent_at", config.outboxRetention()));
        counts.put(
                "consumed", rows("consumed_messages", "consumed_at", config.consumedRetention()));
        counts.put(
                "idempotencyKeys",
                rows("idempotency_keys", "created_at", uploads.idempotencyRetention()));
        counts.put(
                "tombstones", rows("product_tombstones", "seen_at", config.tombstoneRetention()));
        counts.putAll(purge.run(clock.instant().minus(config.purgedRetention())));
        return counts;
    }

    private long rows(String table, String age, Duration retention) {
        Instant before = clock.instant().minus(retention);
        String portion =
                "delete from %s where ctid = any(array(select ctid from %s where %s < ?1 limit %d))"
                        .formatted(table, table, age, PORTION);
        long all = 0;
        int deleted;
        do {
            deleted = QuarkusTransaction.requiringNew().call(() -> delete(portion, before));
            all += deleted;
        } while (deleted == PORTION);
        return all;
    }

    private int delete(String portion, Instant before) {
        return entities.createNativeQuery(portion).setParameter(1, before).executeUpdate();
    }
}
