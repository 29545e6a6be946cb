package io.imageservice.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A worker told to end in the middle of its work: soon, without a stack trace, and nothing is
/// lost.
class StopIT {
    private static final Duration MOST = Duration.ofSeconds(9);

    @Test
    void aWorkerEndsSoonAndQuietlyAndItsWorkGoesOnElsewhere() throws Exception {
        try (var fleet = Fleet.start(1, 1, 192)) {
            var worker = fleet.of("worker").getFirst();
            var traffic = new Traffic(fleet, 4, 7, Duration.ofMillis(50));
            try (traffic) {
                Thread.sleep(8_000);
                long begin = System.nanoTime();
                worker.terminate();
                var took = Duration.ofNanos(System.nanoTime() - begin);
                var wrong =
                        worker.log()
                                .lines()
                                .filter(line ->
                                        line.contains(" ERROR ")
                                                || line.contains("EntityManagerFactory"))
                                .toList();
                System.out.println("a busy worker ended in " + took.toMillis() + " ms");
                assertEquals(List.of(), wrong);
                assertTrue(took.compareTo(MOST) < 0, took::toString);
                worker.restart();
            }
            Settling.await(fleet, Duration.ofMinutes(2));
            Invariants.hold(fleet, traffic.deeds());
        }
    }
}
