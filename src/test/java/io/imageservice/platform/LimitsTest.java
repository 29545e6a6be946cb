package io.imageservice.platform;

import static io.imageservice.Uploads.unprinted;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.access.ApiKeys;
import io.imageservice.access.KeyRequest;
import io.imageservice.access.Scope;
import io.imageservice.cache.Slots;
import io.imageservice.engine.fixtures.Jpegs;
import io.imageservice.engine.fixtures.Scene;
import io.imageservice.stack.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What somebody may ask for, and have: up to the limit, and not beyond.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(LimitsTest.Limited.class)
class LimitsTest {
    private static final String DOOR = "/api/v1/enums/extensions";
    private static final String UPLOADS = "/api/v1/images";
    private static final byte[] JPEG = Jpegs.of(Scene.rgb(30, 20));
    private static final int MOST = 8;
    private static final int IMAGES = 3;

    @Inject ApiKeys keys;
    @Inject RateBuckets buckets;
    @Inject Slots slots;

    public static class Limited implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "images.auth", "keys",
                    "images.limits.principal", Integer.toString(MOST),
                    "images.limits.address", "10000",
                    "images.limits.window", "1h",
                    "images.quota.images", Integer.toString(IMAGES),
                    "images.quota.bytes", "1M",
                    "images.upload.max-request-size", "3M",
                    "images.limits.uploads-per-address", "2",
                    "images.limits.linger", "4s",
                    "images.kafka.group", "limits-test");
        }
    }

    @Test
    void asManyRequestsAsAPrincipalMayAreAnsweredAndOneMoreIsNot() {
        String who = newcomer();
        for (int left = MOST - 1; left >= 0; left--) {
            Response answer = as(who).get(DOOR);
            assertEquals(200, answer.statusCode());
            var limits = String.join(", ", answer.headers().getValues("RateLimit"));
            assertTrue(limits.contains("\"principal\";r=" + left + ";t="), limits);
        }

        Response refused = as(who).get(DOOR);

        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("\\d+"))
                .body("code", equalTo("TOO_MANY_REQUESTS"))
                .body("detail", containsString("more than 8 requests in 3600 s"));
        var policies = String.join(", ", refused.headers().getValues("RateLimit-Policy"));
        assertTrue(policies.contains("\"principal\";q=8;w=3600"), policies);
        assertTrue(policies.contains("\"address\";q=10000;w=3600"), policies);
        as(newcomer()).get(DOOR).then().statusCode(200);
    }

    @Test
    void probesMetricsAndThePageAreNotCounted() {
        for (String path : List.of("/q/health/live", "/", "/ui/app.js", "/actuator/info")) {
            RestAssured.given()
                    .get(path)
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Policy", nullValue());
        }
    }

    @Test
    void aBucketFillsEvenly() throws InterruptedException {
        String who = "even-" + UUID.randomUUID();
        var window = Duration.ofSeconds(2);
        for (int i = 0; i < 4; i++) {
            assertTrue(buckets.take(who, 4, window).isConsumed());
        }
        long wait = buckets.take(who, 4, window).getNanosToWaitForRefill();

        assertTrue(wait > 0 && wait <= 500_000_000L, wait + " ns");
        Thread.sleep(Duration.ofMillis(600));
        assertTrue(buckets.take(who, 4, window).isConsumed());
    }

    @Test
    void aSlotChangesOnlyFromWhatItWas() {
        String key = "slot-" + UUID.randomUUID();
        var life = Duration.ofSeconds(20);

        assertTrue(slots.swap(key, null, "a", life));
        assertEquals(false, slots.swap(key, null, "b", life));
        assertEquals(false, slots.swap(key, "b", "c", life));
        assertTrue(slots.swap(key, "a", "b", life));
        assertEquals("b", slots.get(key).orElseThrow());
    }

    @Test
    void aPrincipalHasNoMoreImagesThanItsQuota() {
        String who = newcomer();
        String first = "";
        for (int i = 0; i < IMAGES; i++) {
            first = upload(who, JPEG).then().statusCode(202).extract().path("id");
        }

        upload(who, JPEG)
                .then()
                .statusCode(429)
                .body("code", equalTo("QUOTA_EXCEEDED"))
                .body("detail", containsString("may have 3 images, and would have 4"));
        as(who).delete(UPLOADS + "/" + first).then().statusCode(202);
        upload(who, JPEG).then().statusCode(202);
    }

    @Test
    void norMoreBytes() {
        String who = newcomer();
        byte[] most = Arrays.copyOf(JPEG, 1_048_576);

        upload(who, most).then().statusCode(202);
        upload(who, JPEG)
                .then()
                .statusCode(429)
                .body("code", equalTo("QUOTA_EXCEEDED"))
                .body("detail", containsString("may have 1048576 bytes"));
        byte[] beyond = Arrays.copyOf(JPEG, 1_048_577);
        upload(newcomer(), beyond).then().statusCode(429);
    }

    private static Response upload(String secret, byte[] file) {
        return unprinted(as(secret).multiPart("file", "a.jpg", file, "image/jpeg")).post(UPLOADS);
    }

    private String newcomer() {
        var name = "newcomer-" + UUID.randomUUID();
        var scopes = List.of(Scope.READ, Scope.WRITE, Scope.DELETE);
        var ends = Instant.now().plusSeconds(600);
        return String.valueOf(keys.create(new KeyRequest(name, null, scopes, ends), "test").key());
    }

    private static RequestSpecification as(String secret) {
        return RestAssured.given().header("Authorization", "Bearer " + secret);
    }
}
