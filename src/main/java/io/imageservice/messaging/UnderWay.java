package io.imageservice.messaging;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// Counts what is under way, so that a process told to end can wait for its end.
public final class UnderWay {
    private static final Duration TICK = Duration.ofMillis(50);

    private final AtomicInteger count = new AtomicInteger();

    /// Does it, counted.
    ///
    /// @return what it returned
    public boolean during(BooleanSupplier work) {
        count.incrementAndGet();
        try {
            return work.getAsBoolean();
        } finally {
            count.decrementAndGet();
        }
    }

    /// Waits until nothing is under way, at most so long.
    public void awaitNone(Duration patience) throws InterruptedException {
        await(() -> count.get() == 0, patience);
    }

    /// Waits until it is so, at most so long.
    public static void await(BooleanSupplier done, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(TICK);
        }
    }
}
