package io.imageservice.removal;

import static java.util.Objects.requireNonNull;

import io.imageservice.asset.Lifecycle;
import io.imageservice.asset.SweepJob;
import io.imageservice.messaging.JobLeases;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Every job, by name: run by its schedule or at once, on one process at a time.
@ApplicationScoped
class Sweeps {
    private final List<SweepJob> jobs;
    private final JobLeases leases;
    private final Lifecycle lifecycle;

    Sweeps(@All List<SweepJob> jobs, JobLeases leases, Lifecycle lifecycle) {
        this.jobs = jobs;
        this.leases = leases;
        this.lifecycle = lifecycle;
    }

    /// What a job's start came to.
    ///
    /// @param ran false when another process was at it, or it failed (the log says why)
    @Schema(name = "SweepRun")
    @RegisterForReflection
    record Run(String job, boolean ran, Map<String, Long> counts) {}

    /// Runs a job when it is due.
    void ifDue(String name, Duration every) {
        SweepJob job = find(name).orElseThrow();
        leases.runIfDue(name, every, () -> report(job));
    }

    /// Runs a job now.
    Run now(SweepJob job) {
        AtomicReference<Map<String, Long>> counts = new AtomicReference<>(Map.of());
        boolean ran = leases.runNow(job.name(), () -> counts.set(report(job)));
        return new Run(job.name(), ran, requireNonNull(counts.get()));
    }

    Optional<SweepJob> find(String name) {
        return jobs.stream().filter(job -> job.name().equals(name)).findFirst();
    }

    List<String> names() {
        return jobs.stream().map(SweepJob::name).sorted().toList();
    }

    private Map<String, Long> report(SweepJob job) {
        Map<String, Long> counts = job.run();
        QuarkusTransaction.requiringNew()
                .run(() -> SweepReport.keep(job.name(), counts, lifecycle.now()));
        return counts;
    }
}
