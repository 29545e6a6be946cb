package io.imageservice.access;

import static io.imageservice.Uploads.PATH;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.engine.fixtures.Jpegs;
import io.imageservice.engine.fixtures.Scene;
import io.imageservice.stack.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What answers and logs tell, and what they do not.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(Locked.class)
class WhatLeavesTest {
    private static final byte[] JPEG = Jpegs.of(Scene.rgb(52, 39));

    @Inject ApiKeys keys;

    @ConfigProperty(name = "images.storage.secret-key")
    String storageSecret;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/ui/app.js",
                "/q/swagger-ui/",
                "/q/openapi",
                "/q/health/live",
                "/q/metrics",
                "/api/v1/images",
                "/images/POST/2026/01/01/none.jpg",
                "/nothing-here"
            })
    void everyAnswerTellsTheBrowserToBeCareful(String path) {
        given().get(path)
                .then()
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("X-Frame-Options", equalTo("DENY"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("X-Trace-Id", notNullValue());
    }

    @Test
    void aPictureIsLeftItsOwnPolicy() {
        var ann = Visitor.everything(keys, "ann");
        String id = ann.uploads(JPEG, "GENERAL");

        var answer = ann.asks().get(PATH + "/" + id + "/content");

        assertEquals(
                List.of("default-src 'none'; sandbox"),
                answer.headers().getValues("Content-Security-Policy"));
    }

    @Test
    void noOtherOriginIsLetIn() {
        given().header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "DELETE")
                .options(PATH)
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
        given().header("Origin", "https://evil.example")
                .get("/q/openapi")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void everyWriteIsInTheAuditLogWithWhoWhatWhichAndTrace() {
        try (var log = LogEar.open()) {
            var ann = Visitor.everything(keys, "ann");
            var answer = ann.sends(JPEG, "POST").header("Prefer", "wait=30").post(PATH);
            String id = answer.path("id");
            ann.asks().post(PATH + "/confirm/audit-1?imageId=" + id).then().statusCode(200);
            ann.asks().delete(PATH + "/" + id).then().statusCode(202);
            given().delete(PATH + "/" + id).then().statusCode(401);

            List<String> audit = log.of("io.imageservice.audit");

            String trace = answer.header("X-Trace-Id");
            assertTrue(
                    audit.contains(
                            "principal=ann action=POST path=/api/v1/images status=200 images=["
                                    + id
                                    + "] trace="
                                    + trace),
                    audit.toString());
            assertTrue(line(audit, "/confirm/audit-1 status=200 images=[" + id + "]"), "confirm");
            assertTrue(line(audit, "action=DELETE path=" + PATH + "/" + id + " status=202"), "del");
            assertTrue(line(audit, "principal=anonymous action=DELETE"), "refused");
        }
    }

    @Test
    void noLogNamesACredentialOrASignedLink() {
        try (var log = LogEar.open()) {
            var admin = Visitor.everything(keys, "ann");
            String made =
                    admin.asks()
                            .contentType("application/json")
                            .body(Map.of("name", "x", "scopes", List.of(Scope.READ)))
                            .post("/api/v1/admin/keys")
                            .path("key");
            String id = admin.uploads(JPEG, "GENERAL");
            String link =
                    admin.asks()
                            .redirects()
                            .follow(false)
                            .get(PATH + "/" + id + "/content?redirect=true")
                            .header("Location");
            String wrong = "imgk_" + UUID.randomUUID();
            given().header("Authorization", "Bearer " + wrong).get(PATH).then().statusCode(401);
            admin.asks().contentType("application/json").body("{").post(PATH + "/confirm");
            admin.asks().multiPart("x", "y").post(PATH).then().statusCode(400);

            String all = log.everything();

            assertTrue(all.contains("io.imageservice.audit"), "it listened");
            assertTrue(link.contains("X-Amz-Signature="), link);
            for (String secret :
                    List.of(admin.secret(), made, wrong, "X-Amz-Signature", storageSecret)) {
                assertFalse(all.contains(secret), secret);
            }
        }
    }

    private static boolean line(List<String> audit, String part) {
        return audit.stream().anyMatch(line -> line.contains(part));
    }
}
