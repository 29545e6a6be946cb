package io.imageservice.faults;

import io.imageservice.app.App;
import io.imageservice.failpoint.Point;
import io.imageservice.stack.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// All deaths at one point: of the process itself, of the broker, the database and the storage.
final class CrashRow {
    static final String HEAD =
            """
            | point | process | itself | Kafka | PostgreSQL | S3 | not reached | settled after | stuck, lost or wrong |
            |---|---|---|---|---|---|---|---|---|
            """;

    private static final String ITSELF = "itself";
    private static final Duration REACHED = Duration.ofSeconds(30);
    private static final Duration SETTLED = Duration.ofMinutes(3);

    private final Fleet fleet;
    private final Deeds deeds;
    private final Point point;
    private final Path armed;
    private final Path hit;
    private final Map<String, Integer> deaths = new TreeMap<>();
    private final List<String> broken = new ArrayList<>();
    private int missed;
    private long settledSeconds;

    /// @param folder where points of the process's role are armed
    CrashRow(Fleet fleet, Deeds deeds, Point point, Path folder) {
        this.fleet = fleet;
        this.deeds = deeds;
        this.point = point;
        this.armed = folder.resolve(point.name());
        this.hit = folder.resolve(point.name() + ".hit");
    }

    List<String> broken() {
        return broken;
    }

    int runs() {
        return deaths.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Orphans are the reconciler's, at the end of all.
    void run(int rounds) throws Exception {
        var stack = fleet.stack();
        try (var traffic =
                        new Traffic(
                                fleet, 5, new Random().nextLong(), Duration.ofMillis(300), deeds);
                var sweeping = new Sweeping(fleet, deeds)) {
            for (int round = 0; round < rounds; round++) {
                die(ITSELF, this::killProcess);
                for (var part : List.of(stack.kafka(), stack.postgres(), stack.s3())) {
                    die(part.name(), () -> kill(part));
                }
            }
        }
        long begin = System.nanoTime();
        Settling.await(fleet, SETTLED);
        settledSeconds = (System.nanoTime() - begin) / 1_000_000_000;
        Invariants.broken(stack, deeds).stream()
                .filter(sentence -> !Invariants.isOrphan(sentence))
                .forEach(broken::add);
    }

    private interface Death {
        void come() throws Exception;
    }

    private void die(String victim, Death death) throws Exception {
        Files.createFile(armed);
        long end = System.nanoTime() + REACHED.toNanos();
        while (!Files.exists(hit) && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        if (!Files.exists(hit)) {
            missed++;
            Files.deleteIfExists(armed);
            Files.deleteIfExists(hit);
            return;
        }
        death.come();
        deaths.merge(victim, 1, Integer::sum);
        fleet.apps().forEach(App::awaitReady);
    }

    private void killProcess() throws IOException {
        var app = fleet.of(point.role()).getFirst();
        app.kill9();
        Files.deleteIfExists(hit);
        app.restart();
    }

    /// The step goes on while the server is dead.
    private void kill(Part part) throws Exception {
        part.kill();
        Files.deleteIfExists(hit);
        Thread.sleep(1_000);
        part.start();
    }

    @Override
    public String toString() {
        return "| %s | %s | %d | %d | %d | %d | %d | %d s | %d |%n"
                .formatted(
                        point.name(),
                        point.role(),
                        of(ITSELF),
                        of("Kafka"),
                        of("PostgreSQL"),
                        of("S3"),
                        missed,
                        settledSeconds,
                        broken.size());
    }

    private int of(String victim) {
        return deaths.getOrDefault(victim, 0);
    }
}
