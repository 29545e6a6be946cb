package io.imageservice.query;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.asset.TestImages;
import io.imageservice.stack.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What waits, as the operator page is told: each test leaves something older than all else.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OverviewTest {
    private static final String LONG_AGO = "2001-02-03T04:05:06.000000Z";

    @Inject TestImages images;

    private final UUID letter = UUID.randomUUID();
    private UUID image = letter;

    @AfterEach
    void takeAway() {
        images.sql("delete from dead_letters where id = ?1", letter);
        images.sql("delete from images where image_id = ?1", image);
    }

    @Test
    void tellsOfAnImageThatWaitsToBeRendered() {
        long before = look().getLong("queue.waiting");

        image = images.temp("GENERAL", null);
        images.sql(
                "update images set created_at = cast(?1 as timestamptz) where image_id = ?2",
                LONG_AGO,
                image);

        assertEquals(before + 1, look().getLong("queue.waiting"));
        assertOldest("queue");
    }

    @Test
    void tellsOfAnImageWhoseObjectsAreStillThere() {
        long before = look().getLong("deletions.waiting");

        image = images.temp("GENERAL", null);
        images.sql(
                "update images set status = 'DELETED', deleted_at = cast(?1 as timestamptz)"
                        + " where image_id = ?2",
                LONG_AGO,
                image);

        assertEquals(before + 1, look().getLong("deletions.waiting"));
        assertOldest("deletions");
    }

    @Test
    void tellsOfADeadLetterUntilItIsDecided() {
        long before = look().getLong("deadLetters.waiting");

        images.sql(
                "insert into dead_letters (id, topic, reason, attempts, origin, created_at)"
                        + " values (?1, 'image.tasks', 'test', 1, 'test', cast(?2 as timestamptz))",
                letter,
                LONG_AGO);

        assertEquals(before + 1, look().getLong("deadLetters.waiting"));
        assertOldest("deadLetters");
        when().delete("/api/v1/admin/dead-letters/" + letter).then().statusCode(200);
        assertEquals(before, look().getLong("deadLetters.waiting"));
    }

    @Test
    void tellsWhenAJobWasLastRun() {
        Instant begin = Instant.now().minusSeconds(1);

        when().post("/api/v1/admin/sweeps/failed-deletes").then().statusCode(200);

        Instant run = Instant.parse(look().getString("lastRuns.failed-deletes"));
        assertTrue(run.isAfter(begin), run + " is before " + begin);
        assertTrue(look().getLong("outbox.waiting") >= 0);
    }

    private static void assertOldest(String what) {
        when().get("/api/v1/admin/overview").then().body(what + ".oldest", equalTo(LONG_AGO));
    }

    private static JsonPath look() {
        return when().get("/api/v1/admin/overview").then().statusCode(200).extract().jsonPath();
    }
}
