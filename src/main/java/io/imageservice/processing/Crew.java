package io.imageservice.processing;

import io.imageservice.messaging.UnderWay;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Who is at work, so that a process told to end can let jobs that are being drawn come to their
/// end and send the others home.
@ApplicationScoped
class Crew {
    private record Hand(Thread thread, AtomicInteger started) {}

    private final Map<Hand, Boolean> hands = new ConcurrentHashMap<>();
    private volatile boolean leaving;

    /// The calling thread is at a job until the shift is closed.
    ///
    /// @param started above 0 once decoding has started
    Shift begin(AtomicInteger started) throws InterruptedException {
        Hand hand = new Hand(Thread.currentThread(), started);
        hands.put(hand, true);
        if (leaving) {
            hands.remove(hand);
            throw new InterruptedException("the process ends");
        }
        return () -> {
            hands.remove(hand);
            // What was meant for this job must not hit what the thread does next.
            Thread.interrupted();
        };
    }

    /// Interrupts those who have not begun to draw, waits for the others, then interrupts them too
    /// and waits until they have handed their jobs back.
    void leave(Duration patience) throws InterruptedException {
        leaving = true;
        hands.keySet().stream()
                .filter(hand -> hand.started().get() == 0)
                .forEach(hand -> hand.thread().interrupt());
        UnderWay.await(hands::isEmpty, patience);
        hands.keySet().forEach(hand -> hand.thread().interrupt());
        UnderWay.await(hands::isEmpty, Duration.ofSeconds(3));
    }

    boolean leaving() {
        return leaving;
    }

    int size() {
        return hands.size();
    }

    /// The time a thread is at a job.
    interface Shift extends AutoCloseable {
        @Override
        void close();
    }
}
