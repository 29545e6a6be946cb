package io.imageservice.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.query.Listening;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Events of pods that know of one another only through the database.
class EventsAcrossPodsIT {
    private static final int MOST = 3;
    private static final byte[] PHOTO = Photographs.drawn(320, 240, 0.8f, 11);

    private static App taking;
    private static App telling;

    @BeforeAll
    static void start() {
        taking = App.start(Cluster.stack(), AppOptions.role("all"));
        telling =
                App.start(
                        Cluster.stack(),
                        AppOptions.role("api")
                                .with("IMAGES_EVENTS_MAX_STREAMS", Integer.toString(MOST))
                                .with("IMAGES_EVENTS_HEARTBEAT", "1s"));
    }

    @AfterAll
    static void stop() {
        telling.close();
        taking.close();
    }

    @Test
    void whatOnePodTakesInAnotherTells() throws Exception {
        try (var gallery = gallery()) {
            String id = upload();

            await().until(() -> told(gallery, id).size() == 2);
            assertTrue(told(gallery, id).getFirst().contains("\"newStatus\":\"TEMP\""));
            assertTrue(told(gallery, id).getLast().contains("\"newStatus\":\"READY\""));
        }
    }

    @Test
    void aReaderGoesOnAtAnotherPodWhereItWasInterrupted() throws Exception {
        String id = upload();
        Cluster.awaitReady(new Client(taking.url()), List.of(id));
        List<String> whole;
        try (var first = follow(taking, id)) {
            await().until(first::ended);
            whole = first.values("id");
        }
        assertEquals(2, whole.size());

        try (var second = follow(telling, id, "Last-Event-ID", whole.getFirst())) {
            await().until(second::ended);
            assertEquals(List.of(whole.getLast()), second.values("id"));
        }
        try (var third = follow(telling, id, "Last-Event-ID", whole.getLast())) {
            assertEquals(204, third.status());
        }
    }

    @Test
    void aSilentStreamBeats() throws Exception {
        try (var gallery = gallery()) {
            await().until(() -> gallery.comments().stream().filter("beat"::equals).count() >= 3);
        }
    }

    @Test
    void takesSoManyReadersAndOneMoreWhenOneHasLeft() throws Exception {
        List<Listening> readers = new ArrayList<>();
        try {
            for (int i = 0; i < MOST; i++) {
                // Places of readers that left before are given back a moment later.
                await().until(() -> entered(readers));
            }

            try (var refused = gallery()) {
                assertEquals(503, refused.status());
                assertEquals("application/problem+json", refused.header("Content-Type"));
                assertEquals("5", refused.header("Retry-After"));
            }

            readers.removeFirst().close();
            await().until(() -> entered(readers));
            assertEquals(MOST, readers.size());
        } finally {
            readers.forEach(Listening::close);
        }
    }

    private static boolean entered(List<Listening> readers) throws Exception {
        Listening one = gallery();
        if (one.status() == 200) {
            return readers.add(one);
        }
        one.close();
        return false;
    }

    private static Listening gallery() throws Exception {
        return new Listening(telling.url().resolve("/api/v1/events"));
    }

    private static Listening follow(App pod, String id, String... headers) throws Exception {
        return new Listening(pod.url().resolve("/api/v1/images/" + id + "/events"), headers);
    }

    private static List<String> told(Listening gallery, String id) {
        return gallery.values("data").stream().filter(data -> data.contains(id)).toList();
    }

    private static String upload() {
        return new Client(taking.url()).upload(List.of(PHOTO)).ids().getFirst();
    }
}
