package io.imageservice.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/// Lets one process at a time do a scheduled job, by a row (table `job_leases`). Intervals count
/// from the last run, whoever did it, not from a process's start.
///
/// A job must bear being done twice: a lease that runs out under a slow job gives it to another.
/// Call it outside a transaction.
@ApplicationScoped
public class JobLeases {
    private static final Logger LOG = Logger.getLogger(JobLeases.class);

    private final JobLeaseRows rows;
    private final Roles roles;

    JobLeases(JobLeaseRows rows, Roles roles) {
        this.rows = rows;
        this.roles = roles;
    }

    /// Does the job when this process keeps schedules, `every` has passed since the last run, and
    /// nobody else is at it. A job that throws counts as run (it is logged); so it is not tried
    /// again at once everywhere.
    ///
    /// @param lease how long nobody else may start it; longer than the job takes
    /// @return whether it was done
    public boolean runIfDue(String job, Duration every, Duration lease, Runnable work) {
        if (!roles.role().works() || !rows.take(job, every, lease)) {
            return false;
        }
        return run(job, work);
    }

    /// Does the job now, whatever the role and the last run (an operator asked), unless somebody
    /// else is at it.
    ///
    /// @return whether it was done
    public boolean runNow(String job, Duration lease, Runnable work) {
        return rows.take(job, Duration.ZERO, lease) && run(job, work);
    }

    /// Prolongs the lease of a long job this process is at.
    ///
    /// @return false when somebody else has it meanwhile: stop
    public boolean prolong(String job, Duration lease) {
        return rows.prolong(job, lease);
    }

    private boolean run(String job, Runnable work) {
        boolean done = false;
        try {
            work.run();
            done = true;
        } catch (RuntimeException e) {
            LOG.errorf(e, "the job %s failed", job);
        } finally {
            rows.finish(job);
        }
        return done;
    }
}
