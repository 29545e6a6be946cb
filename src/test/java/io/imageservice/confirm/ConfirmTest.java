package io.imageservice.confirm;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.imageservice.asset.TestImages;
import io.imageservice.image.ImageStatus;
import io.imageservice.image.StatusChange;
import io.imageservice.stack.StackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ConfirmTest {
    private static final String POST = "post-image-changed";

    @Inject TestImages images;

    private final String reference = "ref-" + UUID.randomUUID();

    @Test
    void aTypeThatAllowsOneReplacesWhatWasThere() {
        UUID first = images.ready("PROFILE");
        UUID second = images.ready("PROFILE");

        single(first).statusCode(200);
        single(second).statusCode(200);

        assertEquals(ImageStatus.DELETED, images.status(first));
        assertEquals(ImageStatus.CONFIRMED, images.status(second));
        List<JsonNode> events = images.events("profile-image-changed", reference);
        assertEquals(2, events.size());
        assertEquals("IMAGE_CHANGED", events.getLast().get("eventType").asText());
        assertEquals(2, events.getLast().get("sequence").asLong());
        JsonNode payload = events.getLast().get("payload");
        assertEquals(second.toString(), payload.get("imageId").asText());
        assertEquals(reference, payload.get("referenceId").asText());
        assertTrue(payload.get("imageUrl").asText().endsWith(second + ".webp"));
    }

    @Test
    void aTypeThatAllowsSeveralTakesTheListAsItsOrder() {
        List<UUID> ids = images.ready("POST", 3);

        batch(List.of(ids.get(2), ids.get(0), ids.get(1))).statusCode(200);
        batch(List.of(ids.get(1), ids.get(2))).statusCode(200);

        set("POST")
                .body("revision", equalTo(2))
                .body("images.imageId", contains(ids.get(1).toString(), ids.get(2).toString()))
                .body("images.seqNumber", contains(0, 1))
                .body("images[0].renditions.name", contains("main", "100x100"))
                .header("ETag", "\"2\"");
        assertEquals(ImageStatus.DELETED, images.status(ids.get(0)));
        JsonNode last = images.events(POST, reference).getLast();
        assertEquals("IMAGES_CHANGED", last.get("eventType").asText());
        assertEquals(ids.get(2).toString(), last.at("/payload/images/1/imageId").asText());
        assertEquals(1, last.at("/payload/images/1/seqNumber").asInt());
        assertEquals(reference, last.at("/payload/images/1/referenceId").asText());
    }

    @Test
    void theSameSetAgainChangesNothingAndTellsNothing() {
        List<UUID> ids = images.ready("POST", 2);

        batch(ids).statusCode(200);
        batch(ids).statusCode(200);

        assertEquals(1, images.events(POST, reference).size());
        set("POST").body("revision", equalTo(1));
        assertEquals(3, history(ids.getFirst()).size());
    }

    @Test
    void anEmptyListEndsTheReferenceInEveryType() {
        UUID post = images.ready("POST");
        UUID profile = images.ready("PROFILE");
        batch(List.of(post)).statusCode(200);
        single(profile).statusCode(200);

        batch(List.of()).statusCode(200);

        assertEquals(ImageStatus.DELETED, images.status(post));
        assertEquals(ImageStatus.DELETED, images.status(profile));
        for (String topic : List.of(POST, "profile-image-changed")) {
            JsonNode last = images.events(topic, reference).getLast();
            assertEquals("IMAGES_DELETED", last.get("eventType").asText());
            assertEquals(2, last.get("sequence").asLong());
            assertEquals(0, last.at("/payload/images").size());
        }
        set("POST").body("images", hasSize(0)).body("revision", equalTo(2));
        batch(List.of()).statusCode(200);
        assertEquals(2, images.events(POST, reference).size());
    }

    @Test
    void anEmptyImageIdEndsTheReference() {
        UUID profile = images.ready("PROFILE");
        single(profile).statusCode(200);

        given().queryParam("imageId", "")
                .post("/api/v1/images/confirm/" + reference)
                .then()
                .statusCode(200);

        assertEquals(ImageStatus.DELETED, images.status(profile));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"imageIds\":null}",
                "",
                "null",
                "[]",
                "{\"imageIds\":[null]}",
                "{\"imageIds\":\"x\"}",
                "{\"imageIds\":[\"1-1-1-1-1\"]}",
                "{\"imageIds\":{}}",
                "{\"imageIds\":["
            })
    void neverTakesWhatIsAbsentOrMalformedForDeleteAll(String body) {
        UUID kept = images.ready("POST");
        batch(List.of(kept)).statusCode(200);
        String withReference = body.replaceFirst("^\\{", "{\"referenceId\":\"" + reference + "\",");

        given().contentType("application/json")
                .body(withReference.replace(",}", "}"))
                .post("/api/v1/images/confirm")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_REQUEST"));

        assertEquals(ImageStatus.CONFIRMED, images.status(kept));
    }

    @Test
    void refusesASingleConfirmWithoutAnImageId() {
        given().post("/api/v1/images/confirm/" + reference)
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_REQUEST"));
    }

    @Test
    void refusesWhatIsNotReady() {
        assertRefused(List.of(images.temp("POST", null)), 409, "IMAGE_PROCESSING_IN_PROGRESS");
        assertRefused(List.of(images.failed("POST")), 500, "IMAGE_PROCESSING_FAILED");
        assertRefused(List.of(UUID.randomUUID()), 404, "IMAGE_NOT_FOUND");
    }

    @Test
    void refusesWhatBelongsElsewhere() {
        UUID claimed = images.ready("POST", "another");
        UUID confirmed = images.ready("POST");
        confirm("other-" + reference, List.of(confirmed)).statusCode(200);

        assertRefused(List.of(claimed), 400, "INVALID_REFERENCE");
        assertRefused(List.of(confirmed), 400, "IMAGE_ALREADY_CONFIRMED");
        assertRefused(
                List.of(images.ready("POST"), images.ready("BANNER")), 400, "INVALID_REFERENCE");
    }

    @Test
    void refusesTooManyAndTheSameTwice() {
        UUID once = images.ready("POST");

        assertRefused(List.of(once, once), 400, "INVALID_IMAGE_SEQUENCE");
        assertRefused(images.ready("PROFILE", 2), 400, "NOT_ALLOWED_MULTIPLE_IMAGES");
        assertRefused(images.ready("PRODUCT", 11), 400, "IMAGE_COUNT_EXCEEDED");
    }

    @Test
    void aRefusalNamesEveryImageThatIsWrongAndChangesNone() {
        UUID good = images.ready("POST");
        UUID temp = images.temp("POST", null);
        UUID claimed = images.ready("POST", "another");

        batch(List.of(good, temp, claimed))
                .statusCode(409)
                .body("errors.index", contains(1, 2))
                .body("errors.code", contains("IMAGE_PROCESSING_IN_PROGRESS", "INVALID_REFERENCE"));

        assertEquals(ImageStatus.READY, images.status(good));
        set("POST").body("revision", equalTo(0));
    }

    @Test
    void aClaimedImageIsConfirmedForWhatItWasClaimed() {
        UUID claimed = images.ready("POST", reference);

        batch(List.of(claimed)).statusCode(200);

        assertEquals(ImageStatus.CONFIRMED, images.status(claimed));
    }

    @Test
    void deletingAConfirmedImageRenumbersTheRest() {
        List<UUID> ids = images.ready("POST", 3);
        batch(ids).statusCode(200);

        given().delete("/api/v1/images/" + ids.get(1))
                .then()
                .statusCode(202)
                .body("status", equalTo("DELETED"))
                .body("message", equalTo("Image deleted successfully"));

        set("POST")
                .body("images.imageId", contains(ids.get(0).toString(), ids.get(2).toString()))
                .body("images.seqNumber", contains(0, 1))
                .body("revision", equalTo(2));
        given().delete("/api/v1/images/" + ids.get(1)).then().statusCode(404);
    }

    @Test
    void deletingTheLastImageEndsTheSetAndItsRevisionLivesOn() {
        UUID first = images.ready("POST");
        batch(List.of(first)).statusCode(200);
        given().delete("/api/v1/images/" + first).then().statusCode(202);

        batch(List.of(images.ready("POST"))).statusCode(200);

        List<JsonNode> events = images.events(POST, reference);
        assertEquals("IMAGES_DELETED", events.get(1).get("eventType").asText());
        assertEquals(
                List.of(1L, 2L, 3L), events.stream().map(e -> e.get("sequence").asLong()).toList());
    }

    @Test
    void putReplacesTheSetUnderItsRevision() {
        List<UUID> ids = images.ready("POST", 2);
        put("POST", ids, null).statusCode(200).body("revision", equalTo(1));

        put("POST", List.of(ids.get(1), ids.get(0)), "\"0\"")
                .statusCode(412)
                .body("code", equalTo("PRECONDITION_FAILED"));
        put("POST", List.of(ids.get(1), ids.get(0)), "\"1\"")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("images.imageId", contains(ids.get(1).toString(), ids.get(0).toString()));
        put("POST", List.of(), "\"2\"").statusCode(200).body("images", hasSize(0));
    }

    @Test
    void putRefusesImagesOfAnotherTypeAndAnUnknownOne() {
        put("BANNER", List.of(images.ready("POST")), null)
                .statusCode(400)
                .body("code", equalTo("INVALID_REFERENCE"));
        put("NONE", List.of(), null)
                .statusCode(400)
                .body("code", equalTo("REFERENCE_TYPE_NOT_FOUND"));
    }

    @Test
    void twoConfirmsAtOnceGiveOneOfTheTwoResults() throws Exception {
        for (int round = 0; round < 5; round++) {
            List<UUID> ids = images.ready("POST", 6);
            List<UUID> left = ids.subList(0, 4);
            List<UUID> right = List.of(ids.get(5), ids.get(4), ids.get(3), ids.get(2));
            String ref = reference + round;
            try (var threads = Executors.newFixedThreadPool(2)) {
                var one = threads.submit(() -> confirm(ref, left).extract().statusCode());
                var two = threads.submit(() -> confirm(ref, right).extract().statusCode());
                assertEquals(List.of(200, 200), List.of(one.get(), two.get()));
            }

            List<String> now =
                    given().get("/api/v1/references/POST/" + ref + "/images")
                            .path("images.imageId");
            assertTrue(now.equals(text(left)) || now.equals(text(right)), now.toString());
            long confirmed =
                    ids.stream().filter(id -> images.status(id) == ImageStatus.CONFIRMED).count();
            assertEquals(4, confirmed);
        }
    }

    @Test
    void overlappingConfirmsOfManyReferencesNeverDeadlock() throws Exception {
        List<UUID> ids = images.ready("BANNER", 8);
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 16; i++) {
                List<UUID> shuffled = new ArrayList<>(ids);
                Collections.shuffle(shuffled);
                String ref = reference + (i % 3);
                threads.submit(() -> confirm(ref, shuffled));
            }
        }

        long sets =
                images.count(
                        "select count(distinct reference_id) from image_sequence where image_id in"
                                + " (select image_id from image_sequence where reference_id like ?1)",
                        reference + "%");
        assertEquals(1, sets);
        assertEquals(
                8,
                images.count(
                        "select count(*) from image_sequence where reference_id like ?1",
                        reference + "%"));
    }

    private void assertRefused(List<UUID> ids, int status, String code) {
        batch(ids).statusCode(status).body("code", equalTo(code));
    }

    private ValidatableResponse single(UUID id) {
        return given().queryParam("imageId", id).post("/api/v1/images/confirm/" + reference).then();
    }

    private ValidatableResponse batch(List<UUID> ids) {
        return confirm(reference, ids);
    }

    private static ValidatableResponse confirm(String reference, List<UUID> ids) {
        return given().contentType("application/json")
                .body(Map.of("referenceId", reference, "imageIds", ids))
                .post("/api/v1/images/confirm")
                .then();
    }

    private ValidatableResponse put(String category, List<UUID> ids, @Nullable String ifMatch) {
        var request = given().contentType("application/json").body(Map.of("imageIds", ids));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/api/v1/references/" + category + "/" + reference + "/images").then();
    }

    private ValidatableResponse set(String category) {
        return given().get("/api/v1/references/" + category + "/" + reference + "/images")
                .then()
                .statusCode(200);
    }

    private static List<StatusChange> history(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> StatusChange.of(id));
    }

    private static List<String> text(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }
}
