package io.imageservice.faults;

import io.imageservice.app.Client;
import io.imageservice.app.Photographs;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/// Good clients: they upload and look, one after the other, and count what was done for them.
final class Others implements AutoCloseable {
    private static final byte[] PICTURE = Photographs.drawn(64, 48, 0.8f, 3);

    private final LongAdder served = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final List<Thread> threads;
    private volatile boolean running = true;

    Others(URI target, int clients) {
        threads =
                IntStream.range(0, clients)
                        .mapToObj(i -> Thread.ofPlatform().start(() -> go(new Client(target))))
                        .toList();
    }

    private void go(Client client) {
        while (running) {
            var answer = client.upload("/api/v1/images", List.of(PICTURE), Map.of());
            (answer.accepted() ? served : refused).increment();
            if (answer.accepted()) {
                var seen = client.status(answer.ids().getFirst());
                (seen.isEmpty() ? refused : served).increment();
            } else {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    long served() {
        return served.sum();
    }

    long refused() {
        return refused.sum();
    }

    /// Requests served a second over the next so many seconds.
    double rate(int seconds) throws InterruptedException {
        long before = served();
        Thread.sleep(seconds * 1000L);
        return (served() - before) / (double) seconds;
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        for (var thread : threads) {
            thread.join();
        }
    }
}
