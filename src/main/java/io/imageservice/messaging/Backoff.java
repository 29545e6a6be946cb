package io.imageservice.messaging;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// Pauses that double from `first` to `longest`, each shortened by up to a half at random, so that
/// those who failed together do not come back together.
public record Backoff(Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = 20;

    public Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "not 0 < first <= longest: %s, %s".formatted(first, longest));
        }
    }

    /// The pause after this many failures before it (0 = the first failure).
    public Duration after(int failures) {
        long doubled = first.toMillis() << Math.min(failures, MOST_DOUBLINGS);
        long most = Math.max(1, Math.min(doubled, longest.toMillis()));
        return Duration.ofMillis(most - ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }

    /// Sleeps it.
    ///
    /// @return false when the thread was interrupted; its flag stays set
    public boolean pause(int failures) {
        try {
            Thread.sleep(after(failures));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
