package io.imageservice.faults;

import io.imageservice.app.App;
import io.imageservice.stack.Fault;
import io.imageservice.stack.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One fault of one server under the load of 20 clients, then healed; and what was seen.
final class FaultCell {
    private static final Duration LASTS = Duration.ofSeconds(12);
    private static final Duration BACK = Duration.ofSeconds(60);
    private static final Duration SETTLED = Duration.ofMinutes(3);

    private final Fleet fleet;
    private final Part part;
    private final Fault fault;
    private final List<String> broken = new ArrayList<>();
    private final List<App> down = new ArrayList<>();
    private long backSeconds;
    private long settledSeconds;
    private Deeds deeds = new Deeds();
    private String held = "";

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
        var before = vitals();
        var proxy = fleet.stack().proxy(part);
        try (var traffic =
                        new Traffic(
                                fleet, 20, part.port() + fault.ordinal(), Duration.ofMillis(400));
                var sweeping = new Sweeping(fleet, traffic.deeds())) {
            deeds = traffic.deeds();
            Thread.sleep(2_000);
            proxy.begin(fault);
            watch();
            proxy.heal();
            backSeconds = awaitReady();
            Thread.sleep(2_000);
        }
        long begin = System.nanoTime();
        Settling.await(fleet, SETTLED);
        settledSeconds = (System.nanoTime() - begin) / 1_000_000_000;
        judge();
        leaks(before);
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
        broken.addAll(Invariants.broken(fleet.stack(), deeds));
        var hung =
                Stream.of("upload", "confirm", "reorder", "delete", "read", "sweep", "content")
                        .mapToLong(step -> deeds.answers(step, 0, 0))
                        .sum();
        if (hung > 0) {
            broken.add("%d requests had no answer".formatted(hung));
        }
        fleet.apps().stream()
                .filter(app -> !app.process().alive())
                .forEach(app -> broken.add(app.role() + " ended"));
    }

    private List<Vitals> vitals() throws Exception {
        List<Vitals> all = new ArrayList<>();
        for (var app : fleet.apps()) {
            all.add(Vitals.of(app));
        }
        return all;
    }

    /// Pools may be fuller than before, by what they may hold; beyond that something was lost.
    private void leaks(List<Vitals> before) throws Exception {
        var after = vitals();
        for (int i = 0; i < after.size(); i++) {
            var app = fleet.apps().get(i).role();
            grown(
                    app + " platform threads",
                    before.get(i).platformThreads(),
                    after.get(i).platformThreads(),
                    40);
            grown(
                    app + " virtual threads",
                    before.get(i).virtualThreads(),
                    after.get(i).virtualThreads(),
                    40);
            grown(app + " files and sockets", before.get(i).files(), after.get(i).files(), 60);
        }
        held =
                after.stream()
                        .map(v ->
                                v.platformThreads() + "+" + v.virtualThreads() + " / " + v.files())
                        .collect(Collectors.joining(", "));
    }

    private void grown(String what, long before, long after, long most) {
        if (after > before + most) {
            broken.add("%s went from %d to %d".formatted(what, before, after));
        }
    }

    /// Whether an instance without this server takes no requests, as the probes see it.
    boolean wentDown() {
        return !down.isEmpty();
    }

    static String head() {
        return """
        | server | fault | 2xx / refused | uploads | confirms, reorders | deletes | sweeps | readiness | back after | settled after | threads (platform+virtual) / files | broken |
        |---|---|---|---|---|---|---|---|---|---|---|---|
        """;
    }

    String row() {
        long good =
                Stream.of("upload", "confirm", "reorder", "delete", "read", "sweep")
                        .mapToLong(step -> deeds.answers(step, 200, 299))
                        .sum();
        long refused =
                Stream.of("upload", "confirm", "reorder", "delete", "read", "sweep")
                        .mapToLong(step -> deeds.answers(step, 500, 599))
                        .sum();
        return "| %s | %s | %d / %d | %d | %d | %d | %d | %s | %d s | %d s | %s | %s |%n"
                .formatted(
                        part.name(),
                        fault.words(),
                        good,
                        refused,
                        all("upload"),
                        all("confirm") + all("reorder"),
                        all("delete"),
                        all("sweep"),
                        down.isEmpty() ? "stays" : "goes down",
                        backSeconds,
                        settledSeconds,
                        held,
                        broken.isEmpty() ? "0" : broken.size());
    }

    private long all(String step) {
        return deeds.answers(step, 0, 599);
    }
}
