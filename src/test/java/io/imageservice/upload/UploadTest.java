package io.imageservice.upload;

import static io.imageservice.Uploads.PATH;
import static io.imageservice.Uploads.file;
import static io.imageservice.Uploads.settled;
import static io.imageservice.Uploads.unprinted;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.imageservice.engine.fixtures.Gifs;
import io.imageservice.engine.fixtures.Jpegs;
import io.imageservice.engine.fixtures.Pngs;
import io.imageservice.engine.fixtures.Scene;
import io.imageservice.image.Image;
import io.imageservice.stack.StackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `POST /api/v1/images`, every row of "Uploads: what is refused" (spec 2-http-api.md).
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class UploadTest {
    private static final byte[] JPEG = Jpegs.of(Scene.rgb(24, 16));
    private static final int MB = 1_048_576;

    @Test
    void takesAPictureAndSaysWhereItIs() {
        var answer =
                file("photo.jpg", JPEG)
                        .post(PATH)
                        .then()
                        .statusCode(202)
                        .header("X-Trace-Id", matchesPattern("[0-9a-f]{32}"))
                        .body("status", equalTo("TEMP"))
                        .body("category", equalTo("GENERAL"))
                        .body("imageUrl", notNullValue())
                        .body("links.self", notNullValue());

        String id = answer.extract().path("id");
        answer.header("Location", equalTo(PATH + "/" + id));
        assertEquals('7', id.charAt(14), "a UUID of version 7: " + id);
    }

    @Test
    void takesSeveralPicturesAsOne() {
        given().multiPart("files", "a.jpg", JPEG)
                .multiPart("files", "b.png", Pngs.of(Scene.rgb(10, 10)))
                .post(PATH)
                .then()
                .statusCode(202)
                .body("$", hasSize(2))
                .body("status", equalTo(Arrays.asList("TEMP", "TEMP")));
    }

    @Test
    void holdsTheAnswerUntilThePictureIsReady() {
        settled(file("photo.jpg", JPEG))
                .then()
                .statusCode(200)
                .header("Preference-Applied", "wait=30")
                .body("status", equalTo("READY"));
    }

    @Test
    void answersBrokenPixelsAsFailed() {
        byte[] broken = Arrays.copyOf(JPEG, JPEG.length);
        Arrays.fill(broken, broken.length / 2, broken.length, (byte) 0xff);
        byte[] png = Arrays.copyOf(Pngs.of(Scene.rgb(200, 200)), 200);

        settled(file("broken.png", png)).then().statusCode(200).body("status", equalTo("FAILED"));
    }

    @Test
    void trustsTheBytesRatherThanTheName() {
        String id = settled(file("really-a-jpeg.png", JPEG)).then().extract().path("id");

        given().accept("application/json")
                .get(PATH + "/" + id)
                .then()
                .body("format", equalTo("JPEG"));
    }

    @Test
    void refusesARequestWithoutAFile() {
        refused(given().multiPart("category", "GENERAL"), 400, "INVALID_FILE");
    }

    @Test
    void refusesAnEmptyFile() {
        refused(file("empty.jpg", new byte[0]), 400, "INVALID_FILE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../photo.jpg", "a\\b.jpg", "dir/photo.jpg"})
    void refusesANameWithAPathInIt(String name) {
        refused(file(name, JPEG), 400, "INVALID_FILE_NAME");
    }

    @Test
    void takesANameOf255CharactersAndRefusesOneMore() {
        file("n".repeat(251) + ".jpg", JPEG).post(PATH).then().statusCode(202);
        refused(file("n".repeat(252) + ".jpg", JPEG), 400, "INVALID_FILE_NAME");
    }

    @Test
    void refusesANameWithoutAnExtension() {
        refused(file("photo", JPEG), 400, "FILE_EXTENSION_NOT_FOUND");
    }

    @Test
    void refusesAnExtensionItDoesNotKnow() {
        refused(file("photo.txt", JPEG), 400, "INVALID_FILE_EXTENSION");
    }

    @Test
    void takesTenMegabytesAndRefusesOneByteMore() {
        byte[] padded = Arrays.copyOf(JPEG, 10 * MB);
        byte[] larger = Arrays.copyOf(JPEG, 10 * MB + 1);
        unprinted(file("large.jpg", padded)).post(PATH).then().statusCode(202);
        refused(unprinted(file("larger.jpg", larger)), 413, "FILE_TOO_LARGE");
    }

    @Test
    void takesAHundredFilesAndRefusesOneMore() {
        files(100).post(PATH).then().statusCode(202).body("$", hasSize(100));
        refused(files(101), 413, "FILE_TOO_LARGE");
    }

    @Test
    void refusesARequestOfMoreThanAHundredMegabytes() {
        RequestSpecification request = unprinted(given());
        byte[] padded = Arrays.copyOf(JPEG, 10 * MB);
        for (int i = 0; i < 11; i++) {
            request.multiPart("files", i + ".jpg", padded);
        }
        refused(request, 413, "FILE_TOO_LARGE");
    }

    @Test
    void refusesBytesThatAreNoPicture() {
        refused(
                file("text.jpg", "just words".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                400,
                "INVALID_FILE_CONTENT");
    }

    @Test
    void refusesMorePixelsThanAllowedByTheHeaderAlone() {
        byte[] claims = Pngs.claiming(Pngs.of(Scene.rgb(10, 10)), 10_000, 5_001);
        refused(file("claims.png", claims), 400, "IMAGE_TOO_LARGE");
    }

    @Test
    void takesAHundredFramesAndRefusesOneMore() {
        file("a.gif", Gifs.animated(Scene.rgb(8, 8), 100)).post(PATH).then().statusCode(202);
        refused(file("a.gif", Gifs.animated(Scene.rgb(8, 8), 101)), 400, "IMAGE_TOO_LARGE");
    }

    @Test
    void refusesAnUnknownCategory() {
        refused(
                file("photo.jpg", JPEG).multiPart("category", "NOWHERE"),
                400,
                "REFERENCE_TYPE_NOT_FOUND");
    }

    @Test
    void takesAReferenceIdOf200CharactersAndRefusesOneMore() {
        file("a.jpg", JPEG)
                .multiPart("referenceId", "r".repeat(200))
                .post(PATH)
                .then()
                .statusCode(202);
        refused(
                file("a.jpg", JPEG).multiPart("referenceId", "r".repeat(201)),
                400,
                "INVALID_REQUEST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"enlarge:2", "resize:0x0", "blur:1000", "format:avif|quality:101"})
    void refusesProcessingItCannotReadNamingTheStep(String processing) {
        refused(file("a.jpg", JPEG).multiPart("processing", processing), 400, "INVALID_PROCESSING")
                .body("detail", containsString("step"));
    }

    @Test
    void takesFivePipelinesAndRefusesOneMore() {
        pipelines(5).post(PATH).then().statusCode(202);
        refused(pipelines(6), 400, "INVALID_PROCESSING");
    }

    @Test
    @DisabledOnIntegrationTest("it counts the rows of the database")
    void refusesAllFilesWhenOneIsBadAndNamesEachBadOne() {
        long before = images();

        refused(
                        given().multiPart("files", "good.jpg", JPEG)
                                .multiPart("files", "bad.txt", JPEG)
                                .multiPart(
                                        "files",
                                        "worse.png",
                                        "no".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        400,
                        "INVALID_FILE_EXTENSION")
                .body("errors.index", equalTo(Arrays.asList(1, 2)))
                .body(
                        "errors.code",
                        equalTo(Arrays.asList("INVALID_FILE_EXTENSION", "INVALID_FILE_CONTENT")));

        assertEquals(before, images());
    }

    private static long images() {
        return QuarkusTransaction.requiringNew().call(() -> Image.count());
    }

    private static RequestSpecification pipelines(int count) {
        RequestSpecification request = file("a.jpg", JPEG);
        for (int i = 1; i <= count; i++) {
            request.multiPart("processing", "resize:" + i * 10 + "x");
        }
        return request;
    }

    private static RequestSpecification files(int count) {
        RequestSpecification request = given();
        for (int i = 0; i < count; i++) {
            request.multiPart("files", i + ".jpg", JPEG);
        }
        return request;
    }

    private static ValidatableResponse refused(
            RequestSpecification request, int status, String code) {
        return request.post(PATH)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body("type", notNullValue())
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body("instance", equalTo(PATH))
                .body("traceId", matchesPattern("[0-9a-f]{32}"))
                .body("stackTrace", nullValue());
    }
}
