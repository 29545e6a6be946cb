package io.imageservice.faults;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/// An operator who starts the jobs again and again, and readers who fetch bytes: what [Traffic]
/// leaves out.
final class Sweeping implements AutoCloseable {
    private static final List<String> JOBS =
            List.of(
                    "watchdog",
                    "waiting-removals",
                    "failed-deletes",
                    "clean-up",
                    "stale-temp",
                    "failed-images");

    private final Thread thread;
    private volatile boolean running = true;

    Sweeping(Fleet fleet, Deeds deeds) {
        thread =
                Thread.ofPlatform()
                        .start(() -> {
                            var random = new Random(1);
                            for (int i = 0; running; i++) {
                                var client = fleet.client(random);
                                var job = JOBS.get(i % JOBS.size());
                                deeds.answered(
                                        "sweep",
                                        client.send("POST", "/api/v1/admin/sweeps/" + job, ""));
                                var known = deeds.uploaded.peek();
                                if (known != null) {
                                    deeds.answered(
                                            "content",
                                            client.get("/api/v1/images/" + known + "/status"));
                                }
                                pause();
                            }
                        });
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(300));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        thread.join();
    }
}
