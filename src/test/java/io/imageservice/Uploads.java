package io.imageservice;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.LogConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/// How tests upload: one place for the shape of the request.
public final class Uploads {
    public static final String PATH = "/api/v1/images";

    private Uploads() {}

    /// A request with one file in the part `file`.
    public static RequestSpecification file(String name, byte[] bytes) {
        return given().multiPart("file", name, bytes, "application/octet-stream");
    }

    /// The same request, not written out byte by byte in case its test fails: for megabytes.
    public static RequestSpecification unprinted(RequestSpecification request) {
        return request.config(RestAssured.config().logConfig(LogConfig.logConfig()));
    }

    /// Uploads and waits until the image is READY or FAILED.
    public static Response settled(RequestSpecification request) {
        return request.header("Prefer", "wait=30").post(PATH);
    }

    /// Uploads a picture, waits until it is READY.
    ///
    /// @return its id
    public static String ready(String name, byte[] bytes, String category) {
        return settled(file(name, bytes).multiPart("category", category))
                .then()
                .statusCode(200)
                .body("status", org.hamcrest.Matchers.equalTo("READY"))
                .extract()
                .path("id");
    }
}
