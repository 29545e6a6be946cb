package io.imageservice.access;

import static io.imageservice.Uploads.PATH;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.engine.fixtures.Jpegs;
import io.imageservice.engine.fixtures.Scene;
import io.imageservice.reference.KnownProduct;
import io.imageservice.stack.StackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Method;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `images.owner-isolation=on`: what is another principal's is answered like what never was, and
/// stays as it is; both have every scope there is.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(Locked.class)
class OwnersApartTest {
    private static final byte[] JPEG = Jpegs.of(Scene.rgb(48, 36));

    @Inject ApiKeys keys;

    @TestHTTPResource("/")
    URI service;

    private Visitor ann = new Visitor("");
    private Visitor bob = new Visitor("");

    @BeforeEach
    void comeIn() {
        ann = Visitor.everything(keys, "ann");
        bob = Visitor.everything(keys, "bob");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/images/{id}",
        "GET, /api/v1/images/{id}/content",
        "GET, /api/v1/images/{id}/content?redirect=true",
        "GET, /api/v1/images/{id}/content?rendition=original",
        "GET, /api/v1/images/{id}/status",
        "GET, /api/v1/images/{id}/history",
        "GET, /api/v1/images/{id}/events",
        "GET, /api/v1/images/{id}/similar",
        "DELETE, /api/v1/images/{id}",
        "POST, /api/v1/images/confirm/mine?imageId={id}",
        "GET, /image/{id}",
        "DELETE, /image/{id}",
        "GET, /api/image/{id}",
        "DELETE, /api/image/{id}",
        "GET, /images/{id}"
    })
    void anImageOfAnotherIsNotThere(String verb, String path) {
        String hers = ann.uploads(JPEG, "GENERAL");
        String url = path.replace("{id}", hers);

        bob.asks()
                .accept(path.endsWith("events") ? "text/event-stream" : "*/*")
                .request(Method.valueOf(verb), url)
                .then()
                .statusCode(404)
                .body("code", equalTo("IMAGE_NOT_FOUND"));
        ann.asks()
                .get(PATH + "/" + hers + "/status")
                .then()
                .statusCode(200)
                .body("status", equalTo("READY"));
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/images", "/api/images", "/images"})
    void aListHoldsOnlyOnesOwn(String path) {
        String hers = ann.uploads(JPEG, "GENERAL");
        String his = bob.uploads(JPEG, "GENERAL");

        bob.asks()
                .get(path)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(his))
                .body("items.id", not(hasItem(hers)));
    }

    @Test
    void theUploaderIdSentIsNotWhoOneIs() {
        String his =
                bob.sends(JPEG, "GENERAL")
                        .multiPart("uploaderId", "ann")
                        .header("Prefer", "wait=30")
                        .post(PATH)
                        .path("id");

        ann.asks().get(PATH + "/" + his + "/status").then().statusCode(404);
        ann.asks().get(PATH + "?uploaderId=ann").then().body("items.id", not(hasItem(his)));
        bob.asks().get(PATH + "?uploaderId=ann").then().body("items.id", hasItem(his));
    }

    @Test
    void nobodyElsesImageIsSimilar() {
        ann.uploads(JPEG, "BANNER");
        String his = bob.uploads(JPEG, "BANNER");
        String another = bob.uploads(JPEG, "BANNER");

        var near = bob.asks().get(PATH + "/" + his + "/similar").then().statusCode(200);

        near.body("items.id", equalTo(List.of(another)));
    }

    @Test
    void aSetOfAnotherCanBeNeitherReadNorReplacedNorEnded() {
        String reference = "set-" + UUID.randomUUID();
        String set = "/api/v1/references/POST/" + reference + "/images";
        String hers = ann.uploads(JPEG, "POST");
        String his = bob.uploads(JPEG, "POST");
        ann.asks().post(PATH + "/confirm/" + reference + "?imageId=" + hers).then().statusCode(200);

        bob.asks().get(set).then().statusCode(404);
        bob.asks().post(PATH + "/confirm/" + reference + "?imageId=" + his).then().statusCode(404);
        bob.asks().post(PATH + "/confirm/" + reference + "?imageId=").then().statusCode(404);
        bob.asks()
                .contentType("application/json")
                .body(Map.of("imageIds", List.of()))
                .put(set)
                .then()
                .statusCode(404);
        ann.asks().get(set).then().statusCode(200).body("images.imageId", equalTo(List.of(hers)));
    }

    @Test
    void aProductWithAnImageOfAnotherIsNotThere() {
        UUID product = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> KnownProduct.of(product, Instant.now()).persist());
        String path = "/api/v1/products/" + product + "/images";
        bob.asks().get(path).then().statusCode(200).body("images", empty());
        ann.asks().multiPart("file", "a.jpg", JPEG, "image/jpeg").post(path).then().statusCode(202);
        await().until(() -> ann.asks().get(path).path("images.size()").equals(1));

        bob.asks().get(path).then().statusCode(404).body("code", equalTo("PRODUCT_NOT_FOUND"));
        bob.asks().multiPart("file", "a.jpg", JPEG, "image/jpeg").post(path).then().statusCode(404);
        ann.asks().get(path).then().statusCode(200).body("images", hasSize(1));
    }

    @Test
    void aGalleryHearsOnlyOfOnesOwn() throws Exception {
        var authorization = "Bearer " + bob.secret();
        try (var ear = new Ear(service.resolve("/api/v1/events"), "Authorization", authorization)) {
            await().untilAsserted(() ->
                    assertTrue(ear.heard().contains(":"), ear.status() + ear.heard()));
            String hers = ann.uploads(JPEG, "GENERAL");
            String his = bob.uploads(JPEG, "GENERAL");

            await().untilAsserted(() -> assertTrue(ear.heard().contains(his), ear.heard()));
            assertFalse(ear.heard().contains(hers), ear.heard());
            assertEquals(200, ear.status());
        }
    }
}
