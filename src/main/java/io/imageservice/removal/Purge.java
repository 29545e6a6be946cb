package io.imageservice.removal;

import io.imageservice.image.Image;
import io.imageservice.image.StatusChange;
import io.imageservice.messaging.JobLeases;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Removes row and history of images whose objects were verified gone long enough ago, after
/// verifying it again: what a late worker stored meanwhile is removed first, and its row waits
/// anew.
@ApplicationScoped
class Purge {
    private static final Logger LOG = Logger.getLogger(Purge.class);
    private static final int MOST = 10_000;

    private final ObjectRemover remover;
    private final EntityManager entities;
    private final JobLeases leases;

    Purge(ObjectRemover remover, EntityManager entities, JobLeases leases) {
        this.remover = remover;
        this.entities = entities;
        this.leases = leases;
    }

    Map<String, Long> run(Instant before) {
        List<UUID> due = QuarkusTransaction.requiringNew().call(() -> due(before));
        Tally tally = new Tally(leases);
        tally.all(due, this::purge);
        return Map.of("images", tally.done(), "imagesKept", tally.failed());
    }

    private List<UUID> due(Instant before) {
        return entities.createQuery(
                        "select id from Image where purgedAt < ?1 order by purgedAt", UUID.class)
                .setParameter(1, before.atOffset(ZoneOffset.UTC))
                .setMaxResults(MOST)
                .getResultList();
    }

    private boolean purge(UUID id) {
        try {
            Image image = QuarkusTransaction.requiringNew().call(() -> Image.<Image>findById(id));
            if (image == null || !remover.gone(image)) {
                remover.remove(id);
                return false;
            }
            return QuarkusTransaction.requiringNew().call(() -> forget(id));
        } catch (RuntimeException e) {
            LOG.warnf("%s is not purged yet: %s", id, e.getMessage());
            return false;
        }
    }

    private static boolean forget(UUID id) {
        return Image.locked(id)
                .map(image -> {
                    StatusChange.delete("imageId", id);
                    image.delete();
                    return true;
                })
                .orElse(false);
    }
}
