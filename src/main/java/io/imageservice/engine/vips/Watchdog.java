package io.imageservice.engine.vips;

import io.imageservice.engine.Deadline;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Stops jobs at their deadline from a thread of its own: no call from native code into Java, and
/// nothing on the way of a job in time.
final class Watchdog {
    /// A job's stages begin anew after a stop, so a late one is stopped again and again.
    private static final long EVERY_MILLIS = 50;

    private final ScheduledThreadPoolExecutor timer;

    Watchdog() {
        timer =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("vips-watchdog").factory());
        timer.setRemoveOnCancelPolicy(true);
    }

    Watch over(VipsJob job, Deadline deadline) {
        long first = Math.max(0, deadline.remaining().toMillis());
        return new Watch(
                timer.scheduleWithFixedDelay(
                        job::kill, first, EVERY_MILLIS, TimeUnit.MILLISECONDS));
    }

    /// Ends with the job.
    record Watch(Future<?> alarm) implements AutoCloseable {
        @Override
        public void close() {
            alarm.cancel(false);
        }
    }
}
