package io.imageservice.query;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.image.ImageStatus;
import io.imageservice.stack.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class EventsIT {
    @Inject Lives lives;

    @TestHTTPResource("/")
    URI service;

    @Test
    void tellsAnImagesLifeFromItsBeginningAndEndsWhenItIsReady() throws Exception {
        UUID id = lives.begin();

        try (var listening = follow(id)) {
            await().until(() -> listening.values("event").size() == 1);
            lives.become(id, ImageStatus.READY);

            await().until(listening::ended);
            assertEquals(List.of("status", "status"), listening.values("event"));
            assertTrue(listening.values("data").getLast().contains("\"newStatus\":\"READY\""));
            assertEquals("text/event-stream", listening.header("Content-Type").split(";")[0]);
        }
    }

    @Test
    void resumesAfterTheLastEventAReaderHasSeen() throws Exception {
        UUID id = lives.begin();
        String first;
        try (var listening = follow(id)) {
            await().until(() -> listening.values("id").size() == 1);
            first = listening.values("id").getFirst();
        }
        lives.become(id, ImageStatus.FAILED);

        try (var again = follow(id, "Last-Event-ID", first)) {
            await().until(again::ended);
            assertEquals(1, again.values("event").size());
            assertTrue(again.values("data").getFirst().contains("FAILED"));
        }
    }

    @Test
    void tellsAReaderThatHasSeenEverythingNotToComeBack() throws Exception {
        UUID id = lives.begin();
        lives.become(id, ImageStatus.DELETED);
        String last;
        try (var listening = follow(id)) {
            await().until(listening::ended);
            last = listening.values("id").getLast();
        }

        try (var again = follow(id, "Last-Event-ID", last)) {
            assertEquals(204, again.status());
        }
    }

    @Test
    void knowsNoEventsOfAnUnknownImage() throws Exception {
        try (var listening = follow(UUID.randomUUID())) {
            assertEquals(404, listening.status());
            assertEquals("application/problem+json", listening.header("Content-Type"));
        }
    }

    @Test
    void tellsTheGalleryOfEveryImage() throws Exception {
        try (var gallery = new Listening(service.resolve("/api/v1/events"))) {
            UUID id = lives.begin();

            await().untilAsserted(() ->
                    assertTrue(
                            gallery.values("data").stream()
                                    .anyMatch(data -> data.contains(id.toString()))));
        }
    }

    @Test
    void tellsAGalleryThatComesBackToLookAgain() throws Exception {
        try (var gallery = new Listening(service.resolve("/api/v1/events"), "Last-Event-ID", "1")) {
            await().until(() -> gallery.values("event"), hasItem("resync"));
        }
    }

    private Listening follow(UUID id, String... headers) throws Exception {
        return new Listening(service.resolve("/api/v1/images/" + id + "/events"), headers);
    }
}
