package io.imageservice.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.imageservice.stack.Part;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A server is away for 20 s while uploads go on: what was accepted ends READY, what was not was
/// told so.
class OutageIT {
    private static final Duration OUTAGE = Duration.ofSeconds(20);
    private static final byte[] PHOTO = Photographs.drawn(640, 480, 0.8f, 7);

    private static App app;
    private static Client client;

    @BeforeAll
    static void start() {
        app = App.start(Cluster.stack(), AppOptions.role("all"));
        client = new Client(app.url());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    static Stream<Part> servers() {
        return Cluster.stack().parts().stream();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void losesNothingItAcceptedWhileAServerIsAway(Part server) throws Exception {
        var answers = new CopyOnWriteArrayList<Client.Answer>();
        try (var uploaders = Executors.newFixedThreadPool(3)) {
            var end = System.nanoTime() + OUTAGE.plusSeconds(8).toNanos();
            Callable<Void> uploading = () -> uploadUntil(end, answers);
            var running = List.of(uploaders.submit(uploading), uploaders.submit(uploading));
            Thread.sleep(2_000);
            server.stop();
            Thread.sleep(OUTAGE);
            server.start();
            for (var uploader : running) {
                uploader.get();
            }
        }

        var unclear = answers.stream().filter(a -> !a.accepted() && !a.isProblem()).toList();
        assertEquals(List.of(), unclear);
        var accepted = answers.stream().filter(Client.Answer::accepted).toList();
        assertFalse(accepted.isEmpty());
        Cluster.awaitReady(client, accepted.stream().flatMap(a -> a.ids().stream()).toList());
    }

    private static Void uploadUntil(long end, List<Client.Answer> answers) throws Exception {
        while (System.nanoTime() < end) {
            answers.add(client.upload(List.of(PHOTO)));
            Thread.sleep(250);
        }
        return null;
    }
}
