package io.imageservice.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A worker told to end in the middle of its work ends by itself, without a stack trace, and
/// nothing is lost.
class StopIT {
    /// 128 + SIGTERM: 128 + SIGKILL would say that it was helped.
    private static final int BY_ITSELF = 143;

    /// What the connector says, to those who debug it, when its own grace begins: seconds for each
    /// channel, in which nothing is in hand any more.
    private static final String GRACE = "SRMSG18243";

    @Test
    void aWorkerEndsByItselfAndQuietlyAndItsWorkGoesOnElsewhere() throws Exception {
        var options =
                Fleet.options("")
                        .with(
                                "QUARKUS_LOG_CATEGORY__IO_SMALLRYE_REACTIVE_MESSAGING__LEVEL",
                                "DEBUG");
        try (var fleet = Fleet.start(1, 1, options)) {
            var worker = fleet.of("worker").getFirst();
            var traffic = new Traffic(fleet, 4, 7, Duration.ofMillis(50));
            try (traffic) {
                Thread.sleep(8_000);
                long begin = System.nanoTime();
                worker.terminate();
                var took = Duration.ofNanos(System.nanoTime() - begin);
                System.out.println("a busy worker ended in " + took.toMillis() + " ms");
                var wrong =
                        worker.log()
                                .lines()
                                .filter(line ->
                                        line.contains(" ERROR ")
                                                || line.contains(GRACE)
                                                || line.contains("EntityManagerFactory"))
                                .toList();
                assertEquals(List.of(), wrong);
                assertEquals(BY_ITSELF, worker.process().exitCode(), worker.log());
                worker.restart();
            }
            Settling.await(fleet, Duration.ofMinutes(2));
            Invariants.hold(fleet, traffic.deeds());
        }
    }
}
