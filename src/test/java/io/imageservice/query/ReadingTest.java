package io.imageservice.query;

import static io.imageservice.Uploads.PATH;
import static io.imageservice.Uploads.file;
import static io.imageservice.Uploads.ready;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.imageservice.engine.fixtures.Jpegs;
import io.imageservice.engine.fixtures.Pngs;
import io.imageservice.engine.fixtures.Scene;
import io.imageservice.engine.fixtures.Texts;
import io.imageservice.stack.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What can be read of an image, and how.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ReadingTest {
    private static final byte[] JPEG = Jpegs.of(Scene.rgb(400, 300));
    private static final String MICROS = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z";

    @Test
    void tellsTheMetadata() {
        String id = ready("a photo.jpg", JPEG, "GENERAL");

        given().accept("application/json")
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .header("Vary", containsString("Accept"))
                .body("id", equalTo(id))
                .body("status", equalTo("READY"))
                .body("fileName", equalTo("a photo.jpg"))
                .body("format", equalTo("JPEG"))
                .body("width", equalTo(400))
                .body("height", equalTo(300))
                .body("bytes", equalTo(JPEG.length))
                .body("sha256", matchesPattern("[0-9a-f]{64}"))
                .body(
                        "renditions.name",
                        equalTo(List.of("main", "100x100", "300x300", "1200x1200")))
                .body("renditions.width", equalTo(List.of(400, 100, 300, 400)))
                .body("blurHash", notNullValue())
                .body("dominantColour", matchesPattern("#[0-9a-f]{6}"))
                .body("error", nullValue())
                .body("createdAt", matchesPattern(MICROS))
                .body("updatedAt", matchesPattern(MICROS));
    }

    @Test
    void servesBytesWithEverythingACacheNeeds() {
        String id = ready("a photo.jpg", JPEG, "GENERAL");

        Response answer = given().get(PATH + "/" + id + "/content");

        answer.then()
                .statusCode(200)
                .contentType("image/webp")
                .header("ETag", matchesPattern("\".+\""))
                .header("Cache-Control", "private, max-age=3600")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Content-Disposition", "inline; filename*=UTF-8''a%20photo.webp");
        assertEquals(
                answer.body().asByteArray().length,
                Integer.parseInt(answer.header("Content-Length")));
        given().header("If-None-Match", answer.header("ETag"))
                .get(PATH + "/" + id)
                .then()
                .statusCode(304)
                .header("ETag", answer.header("ETag"));
    }

    @Test
    void servesPartsOfTheBytes() {
        String url = PATH + "/" + ready("a.jpg", JPEG, "GENERAL") + "/content?rendition=original";

        byte[] part =
                given().header("Range", "bytes=10-19")
                        .get(url)
                        .then()
                        .statusCode(206)
                        .header("Content-Range", "bytes 10-19/" + JPEG.length)
                        .extract()
                        .asByteArray();

        assertArrayEquals(Arrays.copyOfRange(JPEG, 10, 20), part);
        given().header("Range", "bytes=" + JPEG.length + "-")
                .get(url)
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */" + JPEG.length)
                .body("code", equalTo("RANGE_NOT_SATISFIABLE"));
        given().header("Range", "bytes=0-1")
                .header("If-Range", "\"another\"")
                .get(url)
                .then()
                .statusCode(200);
    }

    @Test
    void redirectsToALinkThatNeedsNoCredential() throws Exception {
        String id = ready("a.jpg", JPEG, "GENERAL");

        String link =
                given().redirects()
                        .follow(false)
                        .get(PATH + "/" + id + "/content?redirect=true&rendition=original")
                        .then()
                        .statusCode(307)
                        .extract()
                        .header("Location");

        try (var bytes = URI.create(link).toURL().openStream()) {
            assertArrayEquals(JPEG, bytes.readAllBytes());
        }
    }

    @Test
    void deliversPublicCategoriesToEverybody() {
        String id = ready("a.jpg", JPEG, "POST");
        List<String> urls = metadata(id).path("renditions.url");

        for (String url : urls) {
            given().get(URI.create(url).getPath())
                    .then()
                    .statusCode(200)
                    .contentType("image/webp")
                    .header("Cache-Control", "public, max-age=2592000, immutable");
        }
        given().delete(PATH + "/" + id).then().statusCode(202);
        given().get(URI.create(urls.getFirst()).getPath())
                .then()
                .statusCode(404)
                .header("Cache-Control", "no-store")
                .body("code", equalTo("IMAGE_NOT_FOUND"));
    }

    @Test
    void deliversNothingOfPrivateCategoriesNorAnyOriginal() {
        String id = ready("a.jpg", JPEG, "GENERAL");
        String day = metadata(id).<String>path("createdAt").substring(0, 10).replace('-', '/');

        given().get("/images/GENERAL/" + day + "/" + id + ".webp").then().statusCode(404);
        given().get("/images/originals/" + day + "/" + id).then().statusCode(404);
    }

    @Test
    void sendsAVectorDrawingAsAnAttachment() {
        String id = ready("a.svg", Texts.svg(20, 10), "GENERAL");

        given().get(PATH + "/" + id + "/content?rendition=original")
                .then()
                .contentType(startsWith("image/svg+xml"))
                .header("Content-Disposition", startsWith("attachment;"));
    }

    @Test
    void saysWhyAFailedImageHasNoBytes() {
        byte[] broken = Arrays.copyOf(Pngs.of(Scene.rgb(200, 200)), 200);
        String id = file("a.png", broken).header("Prefer", "wait=30").post(PATH).path("id");

        given().get(PATH + "/" + id + "/content")
                .then()
                .statusCode(500)
                .body("code", equalTo("IMAGE_PROCESSING_FAILED"));
        given().get(PATH + "/" + id + "/status")
                .then()
                .statusCode(200)
                .body("status", equalTo("FAILED"))
                .body("attempts", equalTo(1))
                .body("error.code", notNullValue())
                .body("error.detail", notNullValue());
    }

    @Test
    void keepsTheHistoryOfADeletedImage() {
        String id = ready("a.jpg", JPEG, "GENERAL");
        given().delete(PATH + "/" + id)
                .then()
                .statusCode(202)
                .body("status", equalTo("DELETED"))
                .body("message", equalTo("Image deleted successfully"));

        given().get(PATH + "/" + id + "/history")
                .then()
                .statusCode(200)
                .body("newStatus", equalTo(List.of("TEMP", "READY", "DELETED")))
                .body("oldStatus", equalTo(Arrays.asList(null, "TEMP", "READY")))
                .body("by", hasItem("worker"))
                .body("traceId", not(hasItem("")));
        given().accept("application/json").get(PATH + "/" + id).then().statusCode(404);
        given().delete(PATH + "/" + id).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/images/not-a-uuid, 400, INVALID_REQUEST",
        "/api/v1/images/1-1-1-1-1/status, 400, INVALID_REQUEST",
        "/api/v1/images/019a9f00-0000-7000-8000-000000000000, 404, IMAGE_NOT_FOUND",
        "/api/v1/images/019a9f00-0000-7000-8000-000000000000/history, 404, IMAGE_NOT_FOUND",
        "/api/v1/images?limit=0, 400, INVALID_REQUEST",
        "/api/v1/images?limit=101, 400, INVALID_REQUEST",
        "/api/v1/images?limit=many, 400, INVALID_REQUEST",
        "/api/v1/images?cursor=nonsense, 400, INVALID_REQUEST",
        "/api/v1/images?status=LOST, 400, INVALID_REQUEST",
        "/api/v1/images?category=NOWHERE, 400, REFERENCE_TYPE_NOT_FOUND",
        "/nowhere, 404, ROUTE_NOT_FOUND",
        "/api/v1/nowhere, 404, ROUTE_NOT_FOUND"
    })
    void answersWhatItCannotGiveAsAProblem(String path, int status, String code) {
        given().get(path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .header("X-Trace-Id", notNullValue())
                .body("code", equalTo(code));
    }

    @Test
    void pagesThroughAllImagesNewestFirst() {
        String uploader = UUID.randomUUID().toString();
        List<String> uploaded = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            uploaded.addFirst(
                    file("a.jpg", JPEG).multiPart("uploaderId", uploader).post(PATH).path("id"));
        }

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Response page =
                    given().queryParam("uploaderId", uploader)
                            .queryParam("limit", 2)
                            .queryParam("cursor", cursor)
                            .get(PATH);
            page.then().statusCode(200).body("items", hasSize(lessThan(3)));
            seen.addAll(page.path("items.id"));
            cursor = page.path("nextCursor");
            page.then()
                    .header("Link", cursor == null ? nullValue() : containsString("rel=\"next\""));
        } while (cursor != null);

        assertEquals(uploaded, seen);
    }

    @Test
    void findsNearDuplicatesOfTheSameCategory() {
        String one = ready("a.jpg", JPEG, "BANNER");
        String same = ready("b.png", Pngs.of(Scene.rgb(380, 285)), "BANNER");
        String elsewhere = ready("c.jpg", JPEG, "POST");

        given().get(PATH + "/" + one + "/similar?distance=10")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(same))
                .body("items.id", not(hasItem(elsewhere)))
                .body("items.id", not(hasItem(one)));
        given().get(PATH + "/" + one + "/similar?distance=65").then().statusCode(400);
    }

    private static Response metadata(String id) {
        return given().accept("application/json").get(PATH + "/" + id);
    }
}
