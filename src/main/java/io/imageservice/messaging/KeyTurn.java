package io.imageservice.messaging;

import io.imageservice.messaging.OutboxRows.Claimed;
import io.imageservice.messaging.OutboxRows.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/// One key in a relay's hand: its next events, what became of them. Touched by one thread at a
/// time: the relay's, then whichever reports the last send.
final class KeyTurn {
    /// Failures of the broker as a whole end soon, and then nobody should still be waiting.
    private static final Backoff OUTAGE =
            new Backoff(Duration.ofMillis(500), Duration.ofSeconds(5));

    private static final int LONGEST_ERROR = 500;

    private final Claimed claimed;
    private final List<Waiting> events;
    private final long endNanos;
    private final Backoff pauses;
    private final List<Long> sent = new ArrayList<>();
    private @Nullable Throwable failure;

    /// @param time how long it may begin sends: the lease less what a send may take
    KeyTurn(Claimed claimed, List<Waiting> events, Duration time, Backoff pauses) {
        this.claimed = claimed;
        this.events = events;
        this.endNanos = System.nanoTime() + time.toNanos();
        this.pauses = pauses;
    }

    String topic() {
        return claimed.topic();
    }

    String key() {
        return claimed.key();
    }

    /// The event to send now; empty when the turn is over.
    Optional<Waiting> next() {
        boolean over = failed() || sent.size() == events.size() || System.nanoTime() > endNanos;
        return over ? Optional.empty() : Optional.of(events.get(sent.size()));
    }

    void acknowledged(Waiting event) {
        sent.add(event.id());
    }

    void failed(Throwable why) {
        failure = why;
    }

    boolean failed() {
        return failure != null;
    }

    List<Long> sent() {
        return sent;
    }

    /// How long the key waits after a failure.
    Duration pause() {
        int before = sent.isEmpty() ? claimed.failures() : 0;
        return (failure instanceof RetriableException ? OUTAGE : pauses).after(before);
    }

    String error() {
        String text = failure == null ? "" : failure.toString();
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
    }
}
