package io.imageservice.dialect;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.page.Pictures;
import io.imageservice.stack.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The calls of the source systems' own documentation, as their clients make them.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class DialectIT {
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Test
    void s2UploadsOneFile() {
        upload("file")
                .multiPart("uploaderId", "user-123")
                .multiPart("category", "PRODUCT")
                .post("/api/images")
                .then()
                .statusCode(200)
                .body("id", matchesPattern(UUID))
                .body(
                        "imageUrl",
                        matchesPattern(
                                "http://.+/images/PRODUCT/\\d{4}/\\d\\d/\\d\\d/"
                                        + UUID
                                        + "\\.webp"))
                .body("status", equalTo("PROCESSING"));
    }

    @Test
    void s2UploadsSeveralFiles() {
        given().multiPart("files", "a.jpg", jpeg(1), "image/jpeg")
                .multiPart("files", "b.jpg", jpeg(2), "image/jpeg")
                .multiPart("uploaderId", "user-123")
                .multiPart("category", "POST")
                .post("/api/images")
                .then()
                .statusCode(200)
                .body("$", hasSize(2))
                .body("status", everyItem(equalTo("PROCESSING")));
    }

    @Test
    void s2DemandsUploaderAndCategory() {
        upload("file")
                .post("/api/images")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID_REQUEST"))
                .body("errors.field", contains("uploaderId", "category"));
    }

    @Test
    void s4UploadsAndReadsUntilItIsDone() {
        String id =
                upload("file")
                        .post("/images")
                        .then()
                        .statusCode(200)
                        .body("status", equalTo("PROCESSING"))
                        .body(
                                "message",
                                equalTo("Image uploaded successfully and queued for processing"))
                        .extract()
                        .path("id");

        JsonPath done = untilS4(id, "DONE");

        assertTrue(done.getString("original_url").contains(id));
        assertEquals(
                List.of("100x100", "300x300", "1200x1200"),
                List.copyOf(done.<String, String>getMap("thumbnails").keySet()));
        for (String url : done.<String, String>getMap("thumbnails").values()) {
            fetched(url).contentType("image/webp");
        }
        fetched(done.getString("original_url")).contentType("image/jpeg");
    }

    @Test
    void s4CallsAFailedImageAnError() {
        String id =
                given().multiPart("file", "a.jpg", broken(), "image/jpeg")
                        .post("/images")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("id");

        JsonPath failed = untilS4(id, "ERROR");

        assertEquals(0, failed.getMap("thumbnails").size());
    }

    @Test
    void s4KnowsNothingOfAnUnknownImage() {
        when().get("/images/018f2f4e-0000-7000-8000-000000000000")
                .then()
                .statusCode(404)
                .body("code", equalTo("IMAGE_NOT_FOUND"));
        when().get("/images/1").then().statusCode(400).body("code", equalTo("INVALID_REQUEST"));
    }

    @Test
    void s1UploadsFetchesListsAndDeletes() {
        String id =
                upload("file")
                        .multiPart("mode", "thumbnail")
                        .post("/upload")
                        .then()
                        .statusCode(202)
                        .body("mode", equalTo("thumbnail"))
                        .extract()
                        .path("id");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> when().get("/image/" + id).statusCode() == 200);

        when().get("/api/image/" + id).then().statusCode(200).contentType(startsWith("image/"));
        when().get("/images?mode=thumbnail").then().statusCode(200).body("items.id", hasItem(id));
        when().get("/api/images?mode=resize").then().body("items.id", not(hasItem(id)));
        when().delete("/image/" + id).then().statusCode(202).body("status", equalTo("DELETED"));
        when().get("/image/" + id).then().statusCode(404);
    }

    @Test
    void s1RefusesAModeThereIsNot() {
        upload("file")
                .multiPart("mode", "sepia")
                .post("/api/upload")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_PROCESSING"));
    }

    @Test
    void s1PagesByTheLastItemSeen() {
        for (int i = 0; i < 21; i++) {
            upload("file").multiPart("mode", "watermark").post("/upload").then().statusCode(202);
        }

        JsonPath first = when().get("/images?mode=watermark").then().extract().jsonPath();
        JsonPath second =
                given().queryParam("mode", "watermark")
                        .queryParam("last_created_at", first.getString("items[19].createdAt"))
                        .queryParam("last_id", first.getString("items[19].id"))
                        .get("/images")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(greaterThan(0)))
                        .extract()
                        .jsonPath();

        assertEquals(20, first.getList("items").size());
        List<String> ids = first.getList("items.id");
        assertTrue(second.<String>getList("items.id").stream().noneMatch(ids::contains));
    }

    @Test
    void s4AndS2AskForHealth() {
        when().get("/health")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("status", equalTo("healthy"))
                .body(
                        "services",
                        equalTo(
                                java.util.Map.of(
                                        "database",
                                        true,
                                        "kafka",
                                        true,
                                        "redis",
                                        true,
                                        "storage",
                                        true)))
                .body("timestamp", endsWith("Z"));
        given().accept("text/plain")
                .get("/health")
                .then()
                .statusCode(200)
                .body(equalTo("Server is up"));
    }

    @Test
    void s2AsksItsActuator() {
        when().get("/actuator/health")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("components.db.status", equalTo("UP"))
                .body("components.db.details.validationQuery", equalTo("isValid()"))
                .body("components.kafka.status", equalTo("UP"))
                .body("components.redis.status", equalTo("UP"))
                .body("components.storage.status", equalTo("UP"))
                .body("components.diskSpace.status", equalTo("UP"));
        when().get("/actuator/info").then().statusCode(200).body("app", not(anEmptyMap()));
    }

    private static RequestSpecification upload(String part) {
        return given().multiPart(part, "photo.jpg", jpeg(3), "image/jpeg");
    }

    private static JsonPath untilS4(String id, String status) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> when().get("/images/" + id).path("status"), equalTo(status));
        return when().get("/images/" + id).then().extract().jsonPath();
    }

    /// Links name the configured base URL; the test's own server is at another port.
    private static ValidatableResponse fetched(String url) {
        String path = url.replaceFirst("https?://[^/]+", "");
        return when().get(path).then().statusCode(200);
    }

    private static byte[] jpeg(int seed) {
        return Pictures.jpeg("a.jpg", seed).bytes();
    }

    /// Its header is that of a picture; the picture breaks off.
    private static byte[] broken() {
        byte[] whole = jpeg(4);
        return java.util.Arrays.copyOf(whole, whole.length / 8);
    }
}
