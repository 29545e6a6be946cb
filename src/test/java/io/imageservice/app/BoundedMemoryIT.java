package io.imageservice.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.stack.Pulse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

/// Memory is bounded by decoded pixels, whatever arrives at once.
class BoundedMemoryIT {
    private static final int PIXELS = 12_000_000;
    private static final long BUDGET_BYTES = 4L * PIXELS;

    @Test
    void rendersPicturesAsLargeAsItsBudgetIn256Megabytes() throws Exception {
        try (var app = App.start(Cluster.stack(), small("all"))) {
            var client = new Client(app.url());
            var photo = Photographs.drawn(4000, 3000, 0.5f, 12);

            var answers = atOnce(client, photo, 6);

            Cluster.awaitReady(client, answers.stream().flatMap(a -> a.ids().stream()).toList());
            assertTrue(app.process().alive());
        }
    }

    @Test
    @DisabledIfEnvironmentVariable(
            named = "IMAGES_EXECUTABLE",
            matches = ".+",
            disabledReason = "jcmd cannot look into a native executable")
    void aHundredMegabytesAtOnceGrowTheHeapByLessThanTheBudget() throws Exception {
        var photo = Photographs.drawn(3000, 2600, 1.0f, 100);
        assertTrue(photo.length > 6_000_000, "the photograph is too small: " + photo.length);
        try (var api = App.start(Cluster.stack(), small("api"))) {
            var client = new Client(api.url());
            var answers = new ArrayList<>(atOnce(client, photo, 1));
            var before = Pulse.liveHeap(api.process().pid());
            var sampler = Heap.sample(api.process().pid());

            answers.addAll(atOnce(client, photo, 1 + 100_000_000 / photo.length));
            var grown = sampler.highest() - before;

            assertTrue(grown <= BUDGET_BYTES, "grown by %d bytes".formatted(grown));
            try (var worker = App.start(Cluster.stack(), small("worker"))) {
                Cluster.awaitReady(
                        client, answers.stream().flatMap(a -> a.ids().stream()).toList());
                assertTrue(worker.process().alive());
            }
        }
    }

    private static AppOptions small(String role) {
        return AppOptions.role(role)
                .heap(256)
                .with("IMAGES_WORKER_PIXELS", Integer.toString(PIXELS))
                .with("IMAGES_UPLOAD_MAX_PIXELS", Integer.toString(PIXELS));
    }

    private static List<Client.Answer> atOnce(Client client, byte[] photo, int times)
            throws Exception {
        List<Future<Client.Answer>> uploads = new ArrayList<>();
        List<Client.Answer> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(times)) {
            for (int i = 0; i < times; i++) {
                uploads.add(threads.submit(() -> client.upload(List.of(photo))));
            }
            for (var upload : uploads) {
                answers.add(upload.get());
            }
        }
        answers.forEach(answer -> assertEquals(202, answer.status(), answer.body()));
        return answers;
    }
}
