package io.imageservice.access;

import static io.imageservice.Uploads.PATH;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.specification.RequestSpecification;
import java.util.List;

/// Somebody with a key of ours.
record Visitor(String secret) {
    static Visitor of(ApiKeys keys, String principal, String... scopes) {
        KeyView made = keys.create(new KeyRequest(principal, null, List.of(scopes), null), "test");
        return new Visitor(String.valueOf(made.key()));
    }

    static Visitor everything(ApiKeys keys, String principal) {
        return of(keys, principal, Scope.ALL.toArray(String[]::new));
    }

    RequestSpecification asks() {
        return given().header("Authorization", "Bearer " + secret);
    }

    RequestSpecification sends(byte[] picture, String category) {
        return asks().multiPart("file", "a.jpg", picture, "image/jpeg")
                .multiPart("category", category);
    }

    /// @return the id of an image that is READY
    String uploads(byte[] picture, String category) {
        return sends(picture, category)
                .header("Prefer", "wait=30")
                .post(PATH)
                .then()
                .statusCode(200)
                .body("status", equalTo("READY"))
                .extract()
                .path("id");
    }
}
