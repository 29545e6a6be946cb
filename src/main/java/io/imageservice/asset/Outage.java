package io.imageservice.asset;

import io.imageservice.error.DatabaseOutage;
import io.imageservice.messaging.Backoff;
import io.imageservice.storage.StorageUnavailableException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;

/// Waits out a database or a storage that is away: the step is tried again in place, nothing is
/// acknowledged and no attempt counts (spec 3-events.md, "Arriving").
public final class Outage {
    private static final Logger LOG = Logger.getLogger(Outage.class);

    private static final Backoff PAUSES =
            new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

    private Outage() {}

    /// Whether the fault is that of a part that is away, not of the work.
    public static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StorageUnavailableException) {
                return true;
            }
        }
        return DatabaseOutage.is(failure);
    }

    /// Does the step, again and again while the parts it needs are away. It must bear being done
    /// twice.
    ///
    /// @throws InterruptedException when the process is to end meanwhile
    public static <T> T ride(String what, Callable<T> step) throws Exception {
        for (int failures = 0; ; failures++) {
            try {
                return step.call();
            } catch (RuntimeException e) {
                if (Thread.interrupted()) {
                    throw cutOff(what, e);
                }
                if (!is(e)) {
                    throw e;
                }
                LOG.warnf("%s waits for a part that is away: %s", what, e.getMessage());
                Thread.sleep(PAUSES.after(failures));
            }
        }
    }

    /// What the failure of an interrupted step really is: an interrupt ends a wait for a connection
    /// with a failure of its own, and a read or a write with the loss of what is read or written.
    public static InterruptedException cutOff(String what, Exception e) {
        var cutOff = new InterruptedException(what + " was cut off");
        cutOff.initCause(e);
        return cutOff;
    }
}
