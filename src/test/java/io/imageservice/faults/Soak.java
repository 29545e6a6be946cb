package io.imageservice.faults;

import io.imageservice.app.App;
import io.imageservice.app.Client;
import io.imageservice.app.Photographs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Mixed load for a long time, one upload in twenty a hostile file; how much memory every process
/// holds, as a slope and as a picture.
public final class Soak {
    private static final Path PICTURE = Path.of("docs", "images", "soak.png");
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final List<byte[]> PHOTOGRAPHS =
            IntStream.range(0, 8)
                    .mapToObj(i -> Photographs.drawn(800 + 100 * i, 600, 0.8f, i))
                    .toList();

    private final Fleet fleet;
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final Map<String, Integer> hostile = new ConcurrentHashMap<>();
    private final Map<String, Slope> memory = new LinkedHashMap<>();
    private Map<String, Long> liveHeapAtFirst = Map.of();
    private Map<String, Long> liveHeapAtLast = Map.of();

    private Soak(Fleet fleet) {
        this.fleet = fleet;
    }

    /// Writes the figures into docs/reliability.md.
    public static void run(int minutes) throws Exception {
        try (var fleet = Fleet.start(1, 1, 384)) {
            new Soak(fleet).load(minutes);
        }
    }

    private void load(int minutes) throws Exception {
        fleet.apps().forEach(app -> memory.put(app.role(), new Slope()));
        fleet.stack().parts().forEach(part -> memory.put(part.name(), new Slope()));
        Deeds deeds;
        try (var traffic = new Traffic(fleet, 6, 1, Duration.ofMillis(200));
                var threads = Executors.newFixedThreadPool(2)) {
            deeds = traffic.deeds();
            threads.submit(() -> upload(new Random(1)));
            threads.submit(() -> upload(new Random(2)));
            sample(Duration.ofMinutes(minutes));
            running.set(false);
        }
        report(minutes, deeds);
        Settling.await(fleet, Duration.ofMinutes(20));
    }

    private void sample(Duration time) throws Exception {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < time.toNanos()) {
            double minute = (System.nanoTime() - begin) / 60e9;
            for (App app : fleet.apps()) {
                slope(app.role()).add(minute, Vitals.rss(app.process().pid()));
            }
            for (var part : fleet.stack().parts()) {
                slope(part.name()).add(minute, Vitals.rss(part.running().pid()));
            }
            if (minute > 1 && liveHeapAtFirst.isEmpty()) {
                liveHeapAtFirst = liveHeaps();
            }
            Thread.sleep(EVERY);
        }
        liveHeapAtLast = liveHeaps();
    }

    /// Megabytes after a collection, of the service's processes.
    private Map<String, Long> liveHeaps() {
        return fleet.apps().stream().collect(Collectors.toMap(App::role, Vitals::heapMegabytes));
    }

    private Slope slope(String process) {
        return java.util.Objects.requireNonNull(memory.get(process));
    }

    /// Photographs of several sizes, one in ten of them spoilt: a twentieth of all uploads, the
    /// others' included.
    private Void upload(Random random) throws InterruptedException {
        var client = new Client(fleet.of("api").getFirst().url());
        while (running.get()) {
            var photograph = PHOTOGRAPHS.get(random.nextInt(PHOTOGRAPHS.size()));
            if (random.nextInt(10) == 0) {
                var answer = client.upload(List.of(Spoilt.of(photograph, random)));
                hostile.merge(answer.status() + "", 1, Integer::sum);
            } else {
                client.upload(List.of(photograph));
            }
            Thread.sleep(200);
        }
        return null;
    }

    private void report(int minutes, Deeds deeds) throws Exception {
        var table =
                new StringBuilder(
                        "%d minutes; answers: `%s`; hostile files: `%s`.%n%n"
                                .formatted(minutes, deeds, new TreeMap<>(hostile)));
        table.append(
                "| process | resident MB at first, at last, most | slope of the second half, MB an hour | live heap MB after a minute, at last |\n|---|---|---|---|\n");
        memory.forEach((process, slope) ->
                table.append(
                        "| %s | %.0f, %.0f, %.0f | %s | %s |%n"
                                .formatted(
                                        process,
                                        slope.first(),
                                        slope.last(),
                                        slope.most(),
                                        String.format(Locale.ROOT, "%+.1f", slope.anHour()),
                                        liveHeap(process))));
        table.append("\n![Resident memory of every process over the run](images/soak.png)\n");
        System.out.println(table);
        Graph.write(PICTURE, memory, minutes);
        Reliability.write("soak", table.toString());
    }

    private String liveHeap(String process) {
        return liveHeapAtFirst.containsKey(process)
                ? liveHeapAtFirst.get(process) + ", " + liveHeapAtLast.get(process)
                : "";
    }
}
