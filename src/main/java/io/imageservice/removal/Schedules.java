package io.imageservice.removal;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// When jobs are due (spec 4-data.md, "Schedules"). Intervals count from the last run in the
/// lease's row; a cron that fires on several processes is run by the first.
@ApplicationScoped
class Schedules {
    /// Apart enough that one firing of a cron is one run, whatever the clocks of the processes say.
    private static final Duration ONE_FIRING = Duration.ofMinutes(5);

    private static final Duration WAITING = Duration.ofMinutes(1);

    private final Sweeps sweeps;
    private final SweepConfig config;

    Schedules(Sweeps sweeps, SweepConfig config) {
        this.sweeps = sweeps;
        this.config = config;
    }

    @Scheduled(every = "20s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void intervals() {
        sweeps.ifDue(WaitingRemovals.NAME, WAITING);
        sweeps.ifDue(FailedDeletesSweep.NAME, config.failedDeletes());
        sweeps.ifDue(CleanUp.NAME, config.cleanUp());
        sweeps.ifDue(Reconciler.NAME, config.reconciler());
    }

    @Scheduled(cron = "{images.sweep.failed-images}", timeZone = "{images.sweep.zone}")
    void failedImages() {
        sweeps.ifDue(FailedImagesSweep.NAME, ONE_FIRING);
    }

    @Scheduled(cron = "{images.sweep.stale-temp}", timeZone = "{images.sweep.zone}")
    void staleTemp() {
        sweeps.ifDue(StaleTempSweep.NAME, ONE_FIRING);
    }
}
