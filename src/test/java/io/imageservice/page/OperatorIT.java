package io.imageservice.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OperatorIT extends InBrowser {
    @Test
    void replaysADeadLetterSoThatItsImageIsTriedAgain() throws Exception {
        String id = failed();
        UUID letter = deadLetterOf(id);
        browser.open("/#/operator").read(".letters", id);
        browser.shot("operator");

        browser.click("[aria-label='Replay " + id + "']");

        browser.read(".toasts", "Back in the queue");
        browser.count("[aria-label='Replay " + id + "']", 0);
        service.awaitStatus(id, "FAILED");
        List<String> life = service.get("/api/v1/images/" + id + "/history").getList("newStatus");
        assertEquals(List.of("TEMP", "FAILED", "TEMP"), life.subList(0, 3));
        var again =
                RestAssured.post(
                        service.origin() + "/api/v1/admin/dead-letters/" + letter + "/replay");
        assertEquals("REPLAYED", again.then().statusCode(200).extract().path("resolution"));
    }

    @Test
    void discardsADeadLetterAndItsImageAfterAsking() throws Exception {
        String id = failed();
        deadLetterOf(id);
        browser.open("/#/operator");

        browser.click("[aria-label='Discard " + id + "']");
        browser.click(".ask .button.danger");

        browser.read(".toasts", "Discarded");
        assertEquals(
                404,
                RestAssured.get(service.origin() + "/api/v1/images/" + id + "/status")
                        .statusCode());
    }

    @Test
    void runsASweepAtOnce() {
        browser.open("/#/operator");

        browser.click("[aria-label='Run now: failed-deletes']");

        browser.read(".toasts", "failed-deletes");
        browser.read(".jobs", "last run");
    }

    private String failed() {
        byte[] whole = Pictures.jpeg("broken.jpg", 2).bytes();
        String id =
                RestAssured.given()
                        .multiPart(
                                "file",
                                "broken.jpg",
                                Arrays.copyOf(whole, whole.length / 8),
                                "image/jpeg")
                        .post(service.origin() + "/api/v1/images")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id");
        service.awaitStatus(id, "FAILED");
        return id;
    }

    /// As the worker leaves one after its last attempt; that itself is tested beside the worker.
    private UUID deadLetterOf(String imageId) throws Exception {
        UUID id = UUID.randomUUID();
        try (var database = service.database();
                var insert =
                        database.prepareStatement(
                                """
                                insert into dead_letters
                                    (id, topic, key, payload, image_id, reason, attempts, origin, created_at)
                                values (?, 'image.tasks', ?, '{}', ?, 'the picture breaks off', 5,
                                    'image.tasks-0@1', now())
                                """)) {
            insert.setObject(1, id);
            insert.setString(2, imageId);
            insert.setObject(3, UUID.fromString(imageId));
            insert.executeUpdate();
        }
        return id;
    }
}
