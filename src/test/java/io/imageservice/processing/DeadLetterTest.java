package io.imageservice.processing;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.asset.TestImages;
import io.imageservice.event.Topics;
import io.imageservice.image.Image;
import io.imageservice.image.ImageStatus;
import io.imageservice.messaging.Arrived;
import io.imageservice.messaging.DeadLetter;
import io.imageservice.messaging.DeadLetters;
import io.imageservice.stack.StackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an operator sees and does about dead letters, through the API.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class DeadLetterTest {
    private static final String PATH = "/api/v1/admin/dead-letters";

    @Inject TestImages images;
    @Inject Leases leases;
    @Inject JobRun runs;
    @Inject DeadLetters letters;

    @Test
    void tellsWhatWasGivenUpAndWhy() throws Exception {
        UUID image = givenUp("the worker died five times");

        JsonPath letter = letterOf(image);

        assertEquals("the worker died five times", letter.getString("reason"));
        assertEquals(5, letter.getInt("attempts"));
        assertEquals(Topics.TASKS, letter.getString("topic"));
        assertEquals(image.toString(), letter.getString("imageId"));
        assertEquals(true, letter.getBoolean("replayable"));
        assertEquals(null, letter.getString("resolution"));
    }

    @Test
    void pagesThroughThemOldestFirst() {
        List<String> three =
                IntStream.range(0, 3).mapToObj(i -> message("page").toString()).toList();

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = listed("?limit=2&cursor=" + cursor);
            seen.addAll(page.getList("items.id"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertEquals(three, seen.stream().filter(three::contains).toList());
        assertEquals(seen.stream().distinct().toList(), seen);
    }

    @Test
    void aReplayStartsTheImageOverHoweverOftenItIsAsked() throws Exception {
        UUID image = givenUp("test");
        String letter = letterOf(image).getString("id");
        long before = sent(image.toString());

        replay(letter).statusCode(200).body("resolution", equalTo("REPLAYED"));
        replay(letter).statusCode(200).body("resolution", equalTo("REPLAYED"));

        Image again = ProcessingWorkerTest.ended(image);
        assertEquals(ImageStatus.READY, again.status());
        assertEquals(1, again.attempts, "counted from 0 again");
        assertEquals(before + 1, sent(image.toString()));
        assertEquals(List.of("FAILED", "TEMP", "READY"), lastOf(image, 3));
        when().get(PATH).then().body("items.id", not(hasItem(letter)));
        discard(letter).statusCode(400).body("code", equalTo("INVALID_REQUEST"));
    }

    @Test
    void aReplayOfAMessageWithoutImageSendsItAgainOnce() {
        UUID letter = message("no json");
        String key = row(letter).key;

        replay(letter.toString()).statusCode(200);
        replay(letter.toString()).statusCode(200);

        await().atMost(Duration.ofSeconds(30)).until(() -> putAside(key) == 2);
        assertEquals(1, sent(key));
    }

    @Test
    void aDiscardDeletesTheImageHoweverOftenItIsAsked() throws Exception {
        UUID image = givenUp("test");
        String letter = letterOf(image).getString("id");

        discard(letter).statusCode(200).body("resolution", equalTo("DISCARDED"));
        discard(letter).statusCode(200).body("resolution", equalTo("DISCARDED"));

        assertEquals(List.of("FAILED", "DELETED"), lastOf(image, 2));
        when().get("/api/v1/images/" + image + "/status").then().statusCode(404);
        when().get(PATH).then().body("items.id", not(hasItem(letter)));
        replay(letter).statusCode(400).body("code", equalTo("INVALID_REQUEST"));
    }

    @ParameterizedTest
    @CsvSource({
        "?limit=0, 400",
        "?limit=1, 200",
        "?limit=100, 200",
        "?limit=101, 400",
        "?cursor=x, 400"
    })
    void boundsAPage(String query, int status) {
        when().get(PATH + query).then().statusCode(status);
    }

    @Test
    void knowsNothingOfALetterThereIsNot() {
        replay(UUID.randomUUID().toString()).statusCode(404);
        discard(UUID.randomUUID().toString()).statusCode(404);
        replay("7").statusCode(400);
    }

    /// An image whose job a worker gave up after its last attempt; rendered again it would succeed.
    private UUID givenUp(String reason) throws Exception {
        UUID id =
                UUID.fromString(
                        given().multiPart("file", "photo.jpg", Pictures.jpeg(80, 60))
                                .post("/api/v1/images")
                                .then()
                                .statusCode(202)
                                .extract()
                                .path("id"));
        ProcessingWorkerTest.ended(id);
        images.sql("update images set status = 'TEMP', attempts = 5 where image_id = ?1", id);
        Job job = ((Taking.Exhausted) leases.take(id)).job();
        runs.giveUp(job, reason, 5, arrived(id.toString(), "{}"), "test:" + UUID.randomUUID());
        return id;
    }

    /// A message that names no image.
    private UUID message(String payload) {
        String key = UUID.randomUUID().toString();
        var dead = new DeadLetters.Dead(arrived(key, payload), "it is no JSON", 1, null);
        QuarkusTransaction.requiringNew().run(() -> letters.add(Topics.TASKS_DLQ, dead));
        return QuarkusTransaction.requiringNew()
                .call(() -> DeadLetter.<DeadLetter>find("key", key).firstResult().id);
    }

    private static Arrived arrived(String key, String payload) {
        return new Arrived(Topics.TASKS, 0, 0, key, payload, Instant.now(), Map.of());
    }

    private static JsonPath listed(String query) {
        return when().get(PATH + query).then().statusCode(200).extract().jsonPath();
    }

    private static JsonPath letterOf(UUID image) {
        JsonPath all = listed("");
        int place = all.<String>getList("items.imageId").indexOf(image.toString());
        assertTrue(place >= 0, () -> image + " is not listed: " + all.prettify());
        return all.setRootPath("items[%d]".formatted(place));
    }

    private static ValidatableResponse replay(String letter) {
        return when().post(PATH + "/" + letter + "/replay").then();
    }

    private static ValidatableResponse discard(String letter) {
        return when().delete(PATH + "/" + letter).then();
    }

    private static List<String> lastOf(UUID image, int count) {
        List<String> life = when().get("/api/v1/images/" + image + "/history").path("newStatus");
        return life.subList(life.size() - count, life.size());
    }

    private static DeadLetter row(UUID letter) {
        return QuarkusTransaction.requiringNew().call(() -> DeadLetter.findById(letter));
    }

    private long putAside(String key) {
        return images.count("select count(*) from dead_letters where key = ?1", key);
    }

    private long sent(String key) {
        return images.count(
                "select count(*) from outbox where topic = ?1 and key = ?2", Topics.TASKS, key);
    }
}
