package io.imageservice.bench;

import io.imageservice.app.App;
import io.imageservice.app.AppOptions;
import io.imageservice.app.Client;
import io.imageservice.stack.Stack;
import io.imageservice.stack.StackOptions;
import io.imageservice.stack.Tools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// `./dev bench`: uploads to READY through real processes on this machine. It asserts nothing.
public final class UploadBench {
    private UploadBench() {}

    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("--help")) {
            System.out.println(UploadOptions.HELP);
            return;
        }
        var options = UploadOptions.of(arguments);
        var files = photographs();
        try (var stack = Stack.start(StackOptions.forTests())) {
            var migrate = App.launch(stack, AppOptions.role("migrate"));
            migrate.process().awaitEnd(Duration.ofMinutes(3));
            var api = App.start(stack, AppOptions.role("api").heap(options.heap()));
            var worker = App.start(stack, AppOptions.role("worker").heap(options.heap()));
            print(
                    Tools.giveWay(worker.process().pid())
                            ? "The worker gives way, as in compose.yaml.%n"
                            : "The worker does not give way: that takes Linux' autogroups.%n");
            measure(stack, api, worker, files, options);
        }
        var alone = EngineAlone.speed(files, Math.min(options.images(), 100));
        print("Engine alone     %.2f images/s in one process, one thread a core%n", alone);
        System.exit(0);
    }

    private static void measure(
            Stack stack, App api, App worker, List<Path> files, UploadOptions options)
            throws Exception {
        var photos = new ArrayList<byte[]>();
        for (var file : files) {
            photos.add(Files.readAllBytes(file));
        }
        var client = new Client(api.url());
        var warm = Uploads.run(client, photos, new UploadOptions(5 * photos.size(), 2, 0, 0));
        warm.awaitReady(stack, Duration.ofMinutes(5));
        var usages = usages(stack, api, worker);
        var uploads = Uploads.run(client, photos, options);
        var uploading = Uploads.seconds(uploads.begin(), Instant.now());
        var ready = uploads.awaitReady(stack, Duration.ofMinutes(15));
        var last = ready.values().stream().max(Comparator.naturalOrder()).orElse(Instant.now());

        print(
                "%d uploads, %d at once at most, %s a second, %d photographs%n",
                options.images(),
                options.concurrency(),
                options.rate() == 0 ? "any number" : options.rate(),
                photos.size());
        print(
                "Accepted         %.2f/s (%d accepted, %d refused)%n",
                uploads.accepted() / uploading, uploads.accepted(), uploads.refused());
        print(
                "READY            %.2f/s (%d)%n",
                ready.size() / Uploads.seconds(uploads.begin(), last), ready.size());
        var acks = uploads.acknowledgedMillis();
        print(
                "Acknowledged     p50 %.0f ms, p95 %.0f ms, p99 %.0f ms%n",
                percentile(acks, 50), percentile(acks, 95), percentile(acks, 99));
        var waits = uploads.uploadToReadySeconds(ready);
        print(
                "Upload to READY  p50 %.1f s, p95 %.1f s%n",
                percentile(waits, 50), percentile(waits, 95));
        usages.forEach(usage -> System.out.println(usage.line(options.images())));
    }

    private static List<Usage> usages(Stack stack, App api, App worker) {
        var usages = new ArrayList<Usage>();
        usages.add(Usage.begin("api", api.process().pid()));
        usages.add(Usage.begin("worker", worker.process().pid()));
        stack.parts().forEach(p -> usages.add(Usage.begin(p.name(), p.running().pid())));
        return usages;
    }

    static List<Path> photographs() throws Exception {
        var folder = System.getenv("PHOTOS");
        if (folder == null || folder.isBlank()) {
            return GeneratedPhotos.in(Path.of("target", "bench"));
        }
        try (var files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().matches(".*/(clic|large)-.*\\.jpg"))
                    .sorted()
                    .toList();
        }
    }

    private static double percentile(List<Double> values, int percent) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        var sorted = values.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
