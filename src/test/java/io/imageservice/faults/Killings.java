package io.imageservice.faults;

import io.imageservice.app.App;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Kills processes with `kill -9` at random moments and starts them again, until it is closed.
final class Killings implements AutoCloseable {
    private final List<App> victims;
    private final Random random;
    private final Duration pause;
    private final Map<String, Integer> kills = new TreeMap<>();
    private final Thread thread;
    private volatile boolean running = true;

    /// @param pause between a restart and the next kill, at most
    Killings(List<App> victims, long seed, Duration pause) {
        this.victims = victims;
        this.random = new Random(seed);
        this.pause = pause;
        this.thread = Thread.ofPlatform().name("killer").start(this::kill);
    }

    private void kill() {
        try {
            while (running) {
                Thread.sleep(random.nextLong(pause.toMillis()));
                var victim = victims.get(random.nextInt(victims.size()));
                victim.kill9();
                kills.merge(victim.role(), 1, Integer::sum);
                Thread.sleep(random.nextLong(1_000));
                victim.restart();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// How often by role; to be asked once it is closed.
    Map<String, Integer> kills() {
        return kills;
    }

    int total() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Returns when the last one killed is there again.
    @Override
    public void close() throws InterruptedException {
        running = false;
        thread.join();
    }
}
