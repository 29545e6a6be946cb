package io.imageservice.faults;

import io.imageservice.app.App;
import io.imageservice.stack.Fault;
import io.imageservice.stack.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// One fault of one server under the load of 20 clients, then healed; and what was seen.
final class FaultCell {
    private static final Duration LASTS = Duration.ofSeconds(12);
    private static final Duration BACK = Duration.ofSeconds(60);
    private static final Duration SETTLED = Duration.ofMinutes(3);

    /// An instance without these servers takes no requests, however they are cut off.
    private static final Set<String> NEEDED = Set.of("PostgreSQL", "S3");

    private static final Set<Fault> CUT =
            EnumSet.of(Fault.REFUSED, Fault.BLACK_HOLE, Fault.ONE_WAY);

    private final Fleet fleet;
    private final Part part;
    private final Fault fault;
    private final List<String> broken = new ArrayList<>();
    private final List<App> down = new ArrayList<>();
    private long backSeconds;
    private long settledSeconds;
    private Deeds deeds = new Deeds();
    private Progress during = new Progress(Map.of());
    private String held = "";
    private long orphans;

    FaultCell(Fleet fleet, Part part, Fault fault) {
        this.fleet = fleet;
        this.part = part;
        this.fault = fault;
    }

    /// What did not hold, a sentence each.
    List<String> broken() {
        return broken;
    }

    FaultCell run() throws Exception {
        var leaks = Leaks.since(fleet);
        var proxy = fleet.stack().proxy(part);
        try (var traffic =
                        new Traffic(
                                fleet, 20, part.port() + fault.ordinal(), Duration.ofMillis(400));
                var sweeping = new Sweeping(fleet, traffic.deeds())) {
            deeds = traffic.deeds();
            Thread.sleep(2_000);
            var before = Progress.now(fleet.stack(), deeds);
            proxy.begin(fault);
            watch();
            during = Progress.now(fleet.stack(), deeds).since(before);
            proxy.heal();
            backSeconds = awaitReady();
            Thread.sleep(2_000);
        }
        long begin = System.nanoTime();
        Settling.await(fleet, SETTLED);
        settledSeconds = (System.nanoTime() - begin) / 1_000_000_000;
        judge();
        held = leaks.look();
        broken.addAll(leaks.found());
        return this;
    }

    /// Asks for readiness while the fault lasts.
    private void watch() throws InterruptedException {
        long end = System.nanoTime() + LASTS.toNanos();
        while (System.nanoTime() < end) {
            for (var app : fleet.apps()) {
                if (!app.isReady() && !down.contains(app)) {
                    down.add(app);
                }
            }
            Thread.sleep(500);
        }
    }

    private long awaitReady() throws InterruptedException {
        long begin = System.nanoTime();
        for (var app : fleet.apps()) {
            while (!app.isReady()) {
                if (System.nanoTime() - begin > BACK.toNanos()) {
                    broken.add(
                            "%s is not ready %d s after the fault"
                                    .formatted(app.role(), BACK.toSeconds()));
                    break;
                }
                Thread.sleep(200);
            }
        }
        return (System.nanoTime() - begin) / 1_000_000_000;
    }

    private void judge() throws Exception {
        var found = Invariants.broken(fleet.stack(), deeds);
        orphans = found.stream().filter(Invariants::isOrphan).count();
        if (orphans > 0) {
            Invariants.reconciled(fleet);
            found = Invariants.broken(fleet.stack(), deeds);
        }
        broken.addAll(found);
        if (down.isEmpty() && NEEDED.contains(part.name()) && CUT.contains(fault)) {
            broken.add("readiness did not see it");
        }
        none("%d requests had no answer", answered(0));
        none("%d requests were answered 500, as by a fault of ours", answered(500));
        fleet.apps().stream()
                .filter(app -> !app.process().alive())
                .forEach(app -> broken.add(app.role() + " ended"));
    }

    private long answered(int status) {
        return Stream.of("upload", "confirm", "reorder", "delete", "read", "sweep", "content")
                .mapToLong(step -> deeds.answers(step, status, status))
                .sum();
    }

    private void none(String sentence, long count) {
        if (count > 0) {
            broken.add(sentence.formatted(count));
        }
    }

    static String head() {
        return """
        | server | fault | %s | readiness | back after | settled after | orphans reconciled | threads (platform+virtual) / files of api, worker | broken |
        |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
        """
                .formatted(Progress.head());
    }

    String row() {
        return "| %s | %s | %s | %s | %d s | %d s | %d | %s | %d |%n"
                .formatted(
                        part.name(),
                        fault.words(),
                        during.done().isEmpty() ? "- | ".repeat(8) + "-" : during.cells(),
                        down.isEmpty() ? "stays" : "goes down",
                        backSeconds,
                        settledSeconds,
                        orphans,
                        held,
                        broken.size());
    }
}
