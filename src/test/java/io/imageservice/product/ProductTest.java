package io.imageservice.product;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.imageservice.asset.TestImages;
import io.imageservice.image.ImageStatus;
import io.imageservice.reference.KnownProduct;
import io.imageservice.stack.StackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ProductTest {
    private static final String TOPIC = "product-image-changed";

    @Inject TestImages images;
    @Inject ProductLife life;
    @Inject ProductEvents events;
    @Inject RedisDataSource redis;

    private final UUID product = UUID.randomUUID();

    @Test
    void aProductLearntFromKafkaTakesImagesAndGivesLinksUntilItIsDeleted() throws Exception {
        links().statusCode(404).body("code", equalTo("PRODUCT_NOT_FOUND"));
        upload(png()).statusCode(404).body("code", equalTo("PRODUCT_NOT_FOUND"));
        events.send("product.created", "{\"productId\":\"" + product + "\"}");
        await().atMost(Duration.ofSeconds(60)).until(this::known);

        UUID first = uploaded();
        UUID second = uploaded();
        await().atMost(Duration.ofSeconds(90))
                .until(() -> images.status(first) == ImageStatus.CONFIRMED);
        await().atMost(Duration.ofSeconds(90))
                .until(() -> images.status(second) == ImageStatus.CONFIRMED);

        links().statusCode(200)
                .body("images.imageId", contains(first.toString(), second.toString()))
                .body("images.seqNumber", contains(0, 1))
                .body("images[0].renditions", hasKey("300x300"));
        String url = links().extract().path("images[0].url");
        var fetched = (HttpURLConnection) URI.create(url).toURL().openConnection();
        assertEquals(200, fetched.getResponseCode());

        events.send("product.deleted", "\"" + product + "\"");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> images.status(second) == ImageStatus.DELETED);
        assertEquals(ImageStatus.DELETED, images.status(first));
        links().statusCode(404);
        List<JsonNode> told = images.events(TOPIC, product.toString());
        assertEquals("IMAGES_DELETED", told.getLast().get("eventType").asText());
        for (int i = 0; i < told.size(); i++) {
            assertEquals(i + 1, told.get(i).get("sequence").asLong());
        }
    }

    @Test
    void aMalformedEventGoesToTheDeadLettersAndTheNextIsHandled() {
        events.send("product.created", "{\"productId\":\"nonsense-" + product + "\"}");
        events.send("product.created", product.toString());

        await().atMost(Duration.ofSeconds(60)).until(this::known);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        images.count(
                                        "select count(*) from outbox where topic ="
                                                + " 'product.events.dlq' and payload like ?1",
                                        "%" + product + "%")
                                == 1);
    }

    @Test
    void aLateCreationDoesNotBringAProductBack() {
        Instant now = Instant.now();

        transact(() -> life.deleted(product, now));
        transact(() -> life.created(product, now));
        assertTrue(!known(), "a tie is deleted");
        transact(() -> life.created(product, now.minusSeconds(1)));
        assertTrue(!known());
        transact(() -> life.created(product, now.plusSeconds(1)));
        assertTrue(known());
        transact(() -> life.deleted(product, now));
        assertTrue(known(), "a deletion older than the creation is of an earlier life");
    }

    @Test
    void claimedImagesEndWithTheProductAndLateClaimsToo() {
        transact(() -> life.created(product, Instant.now()));
        UUID claimed = images.ready("PRODUCT", product.toString());

        transact(() -> life.deleted(product, Instant.now()));

        assertEquals(ImageStatus.DELETED, images.status(claimed));
        String late =
                given().multiPart("file", "a.png", png(), "image/png")
                        .multiPart("category", "PRODUCT")
                        .multiPart("referenceId", product.toString())
                        .post("/api/v1/images")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id");
        assertEquals(ImageStatus.DELETED, images.status(UUID.fromString(late)));
    }

    @Test
    void aPlaceIsTakenAtUpload() {
        transact(() -> life.created(product, Instant.now()));
        for (int i = 0; i < 10; i++) {
            upload(png()).statusCode(202);
        }

        upload(png()).statusCode(400).body("code", equalTo("IMAGE_COUNT_EXCEEDED"));
    }

    @Test
    void refusesWhatS0Refused() {
        transact(() -> life.created(product, Instant.now()));

        upload("GIF89a".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).statusCode(400);
        upload(new byte[5 * 1024 * 1024 + 1])
                .statusCode(413)
                .body("code", equalTo("FILE_TOO_LARGE"));
    }

    @Test
    void cachedLinksGoWithEveryChangeAndComeBackWithoutRedis() {
        transact(() -> life.created(product, Instant.now()));
        UUID first = images.ready("PRODUCT");
        UUID second = images.ready("PRODUCT");
        confirm(List.of(first, second));
        links().body("images", hasSize(2));
        // Every drop is done twice; the second must not meet what is looked at here.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> images.count("select count(*) from cache_drops") == 0);
        links().body("images", hasSize(2));
        String key = "links:product:" + product;
        assertTrue(redis.key().exists(key));
        assertTrue(redis.key().pttl(key) > Duration.ofMinutes(45).toMillis());

        given().delete("/api/v1/images/" + first).then().statusCode(202);

        links().body("images.imageId", contains(second.toString()));
        redis.flushall();
        links().body("images.imageId", contains(second.toString()));
    }

    private void confirm(List<UUID> ids) {
        given().contentType("application/json")
                .body(java.util.Map.of("imageIds", ids, "referenceId", product.toString()))
                .post("/api/v1/images/confirm")
                .then()
                .statusCode(200);
    }

    private UUID uploaded() {
        return UUID.fromString(upload(png()).statusCode(202).extract().path("id"));
    }

    private ValidatableResponse upload(byte[] bytes) {
        return given().multiPart("file", "a.png", bytes, "image/png")
                .post("/api/v1/products/" + product + "/images")
                .then();
    }

    private ValidatableResponse links() {
        return given().get("/api/v1/products/" + product + "/images").then();
    }

    private boolean known() {
        return QuarkusTransaction.requiringNew().call(() -> KnownProduct.known(product));
    }

    private static void transact(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }

    static byte[] png() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
