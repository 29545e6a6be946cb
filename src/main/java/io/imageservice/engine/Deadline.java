package io.imageservice.engine;

import java.time.Duration;

/// The moment a job must have ended, on the machine's monotonic clock.
public final class Deadline {
    private final long endNanos;

    private Deadline(long endNanos) {
        this.endNanos = endNanos;
    }

    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    public boolean passed() {
        return remaining().isNegative();
    }

    /// Negative once it has passed.
    public Duration remaining() {
        return Duration.ofNanos(endNanos - System.nanoTime());
    }

    /// @throws EngineFailure of kind TIMEOUT once the deadline has passed
    public void check() throws EngineFailure {
        if (passed()) {
            throw EngineFailure.timeout();
        }
    }
}
