package io.imageservice.faults;

import io.imageservice.event.Topics;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// Random sequences of upload, confirm, reorder, delete and product events against the packaged
/// service while its processes are killed; then every promise is looked at.
///
/// `-Dinvariants.seed=` repeats the draws of a run, `-Dinvariants.seconds=` makes it longer. On a
/// slow machine it goes on until there is something to look at.
class InvariantsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int UPLOADS = 40;
    private static final int KILLS = 3;

    private final long seed = Long.getLong("invariants.seed", System.nanoTime());
    private final int seconds = Integer.getInteger("invariants.seconds", 20);

    @Test
    void holdWhileWorkersAndRelaysAreKilled() throws Exception {
        try (var fleet = Fleet.start(1, 2, 192)) {
            run(fleet, "1 api, 2 workers");
        }
    }

    @Test
    void holdWithThreeRelaysAndThreeWorkersSideBySide() throws Exception {
        try (var fleet = Fleet.start(3, 3, 128)) {
            run(fleet, "3 api, 3 workers");
        }
    }

    private void run(Fleet fleet, String what) throws Exception {
        System.out.println("invariants.seed=" + seed + ", " + what);
        // Each start takes CPU from those that live: the more there are, the longer they live.
        var life = Duration.ofSeconds(2L * fleet.apps().size());
        var killings = new Killings(fleet.apps(), seed, life);
        var traffic = new Traffic(fleet, 6, seed, Duration.ofMillis(60));
        try (traffic;
                killings) {
            Thread.sleep(Duration.ofSeconds(seconds));
            Awaitility.await("%d uploads, %d kills".formatted(UPLOADS, KILLS))
                    .atMost(PATIENCE)
                    .until(() ->
                            traffic.deeds().uploaded.size() >= UPLOADS
                                    && killings.total() >= KILLS);
        }
        Settling.await(fleet, PATIENCE);
        var lifecycle =
                KeyedEvents.readAll(
                        fleet.stack().kafka().bootstrapServers(),
                        Topics.LIFECYCLE,
                        Invariants.JSON);
        System.out.printf(
                "%s: killed with kill -9: %s; answers: %s; %d events, %d repeated under their id%n",
                what,
                killings.kills(),
                traffic.deeds(),
                lifecycle.ids().size(),
                lifecycle.repeated());
        Invariants.hold(fleet, traffic.deeds());
    }
}
