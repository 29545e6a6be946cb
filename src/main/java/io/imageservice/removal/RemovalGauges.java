package io.imageservice.removal;

import io.imageservice.removal.OpenRemovals.Waiting;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/// The metrics of removals, the same on every process: read from the database now and then, not at
/// every scrape.
@ApplicationScoped
class RemovalGauges {
    private final OpenRemovals open;
    private final AtomicLong failed;
    private final AtomicLong failedAge;
    private final AtomicLong pending;
    private final AtomicLong pendingAge;
    private final AtomicLong orphans;
    private final AtomicLong missing;

    RemovalGauges(OpenRemovals open, MeterRegistry meters) {
        this.open = open;
        failed = meters.gauge("images.failed.deletes", new AtomicLong());
        failedAge = meters.gauge("images.failed.deletes.age.seconds", new AtomicLong());
        pending = meters.gauge("images.deletions.pending", new AtomicLong());
        pendingAge = meters.gauge("images.deletions.age.seconds", new AtomicLong());
        orphans = meters.gauge("images.orphans", new AtomicLong());
        missing = meters.gauge("images.missing.objects", new AtomicLong());
    }

    @Scheduled(every = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    void read() {
        set(open.failed(), failed, failedAge);
        set(open.pending(), pending, pendingAge);
        QuarkusTransaction.requiringNew().run(this::reconciled);
    }

    private void reconciled() {
        orphans.set(
                SweepReport.last(Reconciler.NAME, "orphans")
                        - SweepReport.last(Reconciler.NAME, "removed"));
        missing.set(SweepReport.last(Reconciler.NAME, "missing"));
    }

    private static void set(Waiting waiting, AtomicLong count, AtomicLong age) {
        count.set(waiting.count());
        age.set(waiting.oldestAgeSeconds());
    }
}
