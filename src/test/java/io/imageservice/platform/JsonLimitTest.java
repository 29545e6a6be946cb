package io.imageservice.platform;

import static org.hamcrest.Matchers.containsString;

import io.imageservice.stack.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/// `images.limits.json` at its default: the reader looks every 8,000 bytes.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class JsonLimitTest {
    private static final int MOST = 4 << 20;
    private static final int LOOK = 8_000;

    @Test
    void atTheBoundItIsRead() {
        send(MOST).statusCode(200);
    }

    @Test
    void belowTheBoundItIsRead() {
        send(MOST - 1).statusCode(200);
    }

    @Test
    void aboveItIsRefused() {
        send(MOST + LOOK).statusCode(400).body("detail", containsString("the JSON is longer"));
    }

    private static ValidatableResponse send(int bytes) {
        var begin = "{\"imageIds\": [], \"referenceId\": \"json-limit\"";
        return RestAssured.given()
                .contentType("application/json")
                .body(begin + " ".repeat(bytes - begin.length() - 1) + "}")
                .post("/api/v1/images/confirm")
                .then();
    }
}
