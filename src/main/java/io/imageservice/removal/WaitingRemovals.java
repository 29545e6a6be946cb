package io.imageservice.removal;

import io.imageservice.asset.Lifecycle;
import io.imageservice.asset.SweepJob;
import io.imageservice.messaging.JobLeases;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Removals that met a worker's lease, once that has run out: a worker that ended well queued the
/// removal again itself, one that died did not.
@ApplicationScoped
class WaitingRemovals implements SweepJob {
    static final String NAME = "waiting-removals";

    private static final int MOST = 500;

    private final Removals removals;
    private final Lifecycle lifecycle;
    private final EntityManager entities;
    private final JobLeases leases;

    WaitingRemovals(
            Removals removals, Lifecycle lifecycle, EntityManager entities, JobLeases leases) {
        this.removals = removals;
        this.lifecycle = lifecycle;
        this.entities = entities;
        this.leases = leases;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Long> run() {
        List<UUID> due = QuarkusTransaction.requiringNew().call(this::due);
        Tally tally = new Tally(leases);
        tally.all(due, removals::once);
        return Map.of("removed", tally.done(), "failed", tally.failed());
    }

    private List<UUID> due() {
        return entities.createQuery(
                        "select id from Image where status = DELETED and purgedAt is null"
                                + " and leaseUntil < ?1 order by leaseUntil",
                        UUID.class)
                .setParameter(1, lifecycle.now())
                .setMaxResults(MOST)
                .getResultList();
    }
}
