package io.imageservice.faults;

import io.imageservice.app.App;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// Kills processes with `kill -9` at random moments and starts them again, each on its own time, so
/// that several may be away at once, until it is closed.
final class Killings implements AutoCloseable {
    private final Map<String, Integer> kills = new ConcurrentHashMap<>();
    private final List<Thread> threads;
    private final CountDownLatch over = new CountDownLatch(1);

    /// @param life from readiness to the next kill, at most; on top of it comes what the last start
    ///   took, so that a slow machine is not busy with starts alone
    Killings(List<App> victims, long seed, Duration life) {
        threads =
                IntStream.range(0, victims.size())
                        .mapToObj(i ->
                                Thread.ofPlatform()
                                        .name("killer-" + i)
                                        .start(() ->
                                                haunt(
                                                        victims.get(i),
                                                        new Random(seed + i),
                                                        life.toMillis())))
                        .toList();
    }

    private void haunt(App victim, Random random, long life) {
        try {
            var start = Duration.ZERO;
            while (!over.await(start.toMillis() + random.nextLong(life), TimeUnit.MILLISECONDS)) {
                victim.kill9();
                kills.merge(victim.role(), 1, Integer::sum);
                Thread.sleep(random.nextLong(1_000));
                var begun = Instant.now();
                victim.restart();
                start = Duration.between(begun, Instant.now());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// How often by role.
    Map<String, Integer> kills() {
        return new TreeMap<>(kills);
    }

    int total() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Returns when all that were killed are there again.
    @Override
    public void close() throws InterruptedException {
        over.countDown();
        for (var thread : threads) {
            thread.join();
        }
    }
}
