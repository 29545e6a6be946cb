package io.imageservice.bench;

import io.imageservice.app.Client;
import io.imageservice.stack.KeptProcess;
import io.imageservice.stack.Ports;
import io.imageservice.stack.Stack;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a worker of each build gets READY a second from a full queue. The first half of the queue
/// is for warming up and is not counted; the api process does nothing meanwhile.
final class WorkerRace {
    private static final int IMAGES = 120;
    private static final UploadOptions CROWD = new UploadOptions(IMAGES, 8, 0, 0);

    private final Stack stack;

    WorkerRace(Stack stack) {
        this.stack = stack;
    }

    void run(List<Build> builds) throws Exception {
        var photos = new ArrayList<byte[]>();
        for (Path file : UploadBench.photographs()) {
            photos.add(Files.readAllBytes(file));
        }
        int port = Ports.take(0);
        var api = builds.getFirst().start(stack, "api", port, Map.of());
        var client = new Client(URI.create("http://127.0.0.1:" + port));
        while (client.get("/q/health/ready").status() != 200) {
            Thread.sleep(100);
        }
        for (String engine : List.of("vips", "imageio")) {
            double first = 0;
            for (Build build : builds) {
                double rate = once(build, engine, client, photos);
                first = first == 0 ? rate : first;
                System.out.printf(
                        Locale.ROOT,
                        "%-8s worker, %-7s %6.2f images/s, %.2f of the JVM's%n",
                        build.name(),
                        engine,
                        rate,
                        rate / first);
            }
        }
        end(api);
    }

    private double once(Build build, String engine, Client client, List<byte[]> photos)
            throws Exception {
        var uploads = Uploads.run(client, photos, CROWD);
        var worker = build.start(stack, "worker", Ports.take(0), Map.of("IMAGES_ENGINE", engine));
        List<Instant> ready =
                uploads.awaitReady(stack, Duration.ofMinutes(10)).values().stream()
                        .sorted()
                        .toList();
        end(worker);
        if (ready.size() < IMAGES) {
            throw worker.ended();
        }
        var counted = Duration.between(ready.get(IMAGES / 2 - 1), ready.getLast());
        return IMAGES / 2 / (counted.toMillis() / 1000.0);
    }

    private static void end(KeptProcess process) {
        process.end("TERM", Duration.ofSeconds(30));
    }
}
