package io.imageservice.messaging;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/// Lets one process at a time do a scheduled job, by a row (table `job_leases`). Intervals count
/// from the last run, whoever did it, not from a process's start.
///
/// The lease is short and prolonged while the job runs: a process that dies in a job keeps others
/// from it for half a minute. A job must bear being done twice: a process that stalls loses its
/// lease. Call it outside a transaction.
@ApplicationScoped
public class JobLeases {
    private static final Logger LOG = Logger.getLogger(JobLeases.class);
    private static final Duration LEASE = Duration.ofSeconds(30);

    /// After the schedules pause (100), before the database goes.
    private static final int SOON = 200;

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final JobLeaseRows rows;
    private final Roles roles;
    private final UnderWay jobs = new UnderWay();
    private volatile boolean leaving;

    JobLeases(JobLeaseRows rows, Roles roles) {
        this.rows = rows;
        this.roles = roles;
    }

    /// Does the job when this process keeps schedules, `every` has passed since the last run, and
    /// nobody else is at it. A job that throws counts as run (it is logged); so it is not tried
    /// again at once everywhere.
    ///
    /// @return whether it was done
    public boolean runIfDue(String job, Duration every, Runnable work) {
        if (!roles.role().works() || !rows.take(job, every, LEASE)) {
            return false;
        }
        return jobs.during(() -> run(job, work));
    }

    /// Does the job now, whatever the role and the last run (an operator asked), unless somebody
    /// else is at it.
    ///
    /// @return whether it was done
    public boolean runNow(String job, Runnable work) {
        return rows.take(job, Duration.ZERO, LEASE) && jobs.during(() -> run(job, work));
    }

    /// Lets a job that is under way come to its end for a moment; one that needs longer is cut off,
    /// and done again when its lease has ended.
    void leave(@Observes @Priority(SOON) ShutdownEvent event) throws InterruptedException {
        leaving = true;
        jobs.awaitNone(PATIENCE);
    }

    /// Whether the process is told to end: a job that has many things to do begins no other.
    public boolean leaving() {
        return leaving;
    }

    private boolean run(String job, Runnable work) {
        Thread renewal = Thread.ofVirtual().name("lease of " + job).start(() -> prolong(job));
        boolean done = false;
        try {
            work.run();
            done = true;
        } catch (RuntimeException e) {
            if (leaving) {
                LOG.infof("the job %s was cut off by the end of the process", job);
            } else {
                LOG.errorf(e, "the job %s failed", job);
            }
        } finally {
            renewal.interrupt();
            finish(job);
        }
        return done;
    }

    private void finish(String job) {
        try {
            rows.finish(job);
        } catch (RuntimeException e) {
            LOG.infof("the lease of the job %s ends by itself", job);
        }
    }

    private void prolong(String job) {
        try {
            while (true) {
                Thread.sleep(LEASE.dividedBy(3));
                renew(job);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew(String job) {
        try {
            rows.prolong(job, LEASE);
        } catch (RuntimeException e) {
            LOG.warnf("the lease of the job %s was not prolonged: %s", job, e.getMessage());
        }
    }
}
