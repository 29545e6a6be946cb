package io.imageservice.messaging;

import io.imageservice.messaging.OutboxRows.Claimed;
import io.imageservice.messaging.OutboxRows.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Takes keys, hands them out to be sent, and settles what came of it. Any number of loops run side
/// by side, in one process or many; the table `outbox_claims` is all they share.
final class RelayLoop implements Runnable {
    private static final Logger LOG = Logger.getLogger(RelayLoop.class);

    /// What a send may take at most (delivery timeout and the connector's own tries), with room.
    static final int SEND_SECONDS = 30;

    private static final Duration SEND = Duration.ofSeconds(SEND_SECONDS);

    /// After a busy round: another relay may have been quicker, with more behind what it took.
    private static final Duration SOON = Duration.ofMillis(25);

    private static final Duration BLOCKED = Duration.ofSeconds(1);

    private static final Backoff DATABASE =
            new Backoff(Duration.ofMillis(200), Duration.ofSeconds(3));

    private final String owner;
    private final OutboxRows rows;
    private final BiConsumer<KeyTurn, Consumer<KeyTurn>> sender;
    private final KafkaConfig.Relay pace;
    private final Backoff pauses;
    private final Queue<KeyTurn> finished = new ConcurrentLinkedQueue<>();
    private final Semaphore signal = new Semaphore(0);
    private volatile boolean running = true;
    private int inHand;
    private boolean busy;
    private boolean blocked;

    RelayLoop(
            String owner,
            OutboxRows rows,
            BiConsumer<KeyTurn, Consumer<KeyTurn>> sender,
            KafkaConfig.Relay pace) {
        this.owner = owner;
        this.rows = rows;
        this.sender = sender;
        this.pace = pace;
        this.pauses = new Backoff(Duration.ofSeconds(1), pace.longestPause());
    }

    /// Something waits; look at once.
    void wake() {
        signal.release();
    }

    /// Takes no more keys; the loop ends when those in hand are settled.
    void stop() {
        running = false;
        wake();
    }

    @Override
    public void run() {
        int failures = 0;
        while (running || inHand > 0) {
            try {
                settle();
                await(running ? take() : BLOCKED);
                failures = 0;
            } catch (RuntimeException e) {
                LOG.warnf("the relay cannot reach the database: %s", e.getMessage());
                DATABASE.pause(failures++);
            }
        }
    }

    /// @return how long to wait before the next round, unless woken
    private Duration take() {
        int free = pace.keys() - inHand;
        List<Claimed> keys = free > 0 ? rows.claim(owner, free, pace.lease()) : List.of();
        boolean before = busy;
        busy = !keys.isEmpty();
        if (busy) {
            begin(keys);
            return Duration.ZERO;
        }
        return before ? SOON : blocked ? BLOCKED : pace.poll();
    }

    private void begin(List<Claimed> keys) {
        // When this fails the keys stay claimed until their lease ends: late, but in order.
        Map<Place, List<Waiting>> events =
                rows.events(keys, pace.perTurn()).stream()
                        .collect(Collectors.groupingBy(e -> new Place(e.topic(), e.key())));
        inHand += keys.size();
        for (Claimed key : keys) {
            var own = events.getOrDefault(new Place(key.topic(), key.key()), List.of());
            sender.accept(new KeyTurn(key, own, pace.lease().minus(SEND), pauses), this::finish);
        }
    }

    private record Place(String topic, String key) {}

    private void finish(KeyTurn turn) {
        finished.add(turn);
        wake();
    }

    private void settle() {
        List<KeyTurn> turns = new ArrayList<>(finished);
        if (turns.isEmpty()) {
            return;
        }
        rows.settle(owner, turns);
        turns.forEach(turn -> finished.remove());
        inHand -= turns.size();
        blocked = turns.stream().anyMatch(KeyTurn::failed);
    }

    private void await(Duration wait) {
        try {
            if (!wait.isZero() && signal.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                signal.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
