package io.imageservice.dialect;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.imageservice.page.Pictures;
import io.imageservice.stack.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The rest of the README's table of old calls, row by row: every path each has, and what they
/// leave behind.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OldCallsIT {
    @ParameterizedTest
    @CsvSource({
        "/upload, thumbnail, 300",
        "/api/upload, resize, 480",
        "/upload, watermark, 480",
    })
    void s1MakesOneImageOfWhatItsModeSays(String path, String mode, int width) {
        String id = upload().multiPart("mode", mode).post(path).then().extract().path("id");

        JsonPath ready = ended(id, "READY");

        assertEquals(List.of("main"), ready.getList("renditions.name"));
        assertEquals(width, ready.getInt("renditions[0].width"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/upload", "/api/upload"})
    void s1WithoutAModeMakesTheUsualRenditions(String path) {
        String id =
                upload().post(path)
                        .then()
                        .statusCode(202)
                        .body("status", equalTo("TEMP"))
                        .body("mode", nullValue())
                        .body("imageUrl", startsWith("http"))
                        .extract()
                        .path("id");

        List<String> made = ended(id, "READY").getList("renditions.name");

        assertEquals(List.of("main", "100x100", "300x300", "1200x1200"), made);
    }

    @Test
    void s1FetchesAndDeletesUnderApiToo() {
        String id = upload().post("/api/upload").then().extract().path("id");
        ended(id, "READY");

        when().get("/image/" + id).then().statusCode(200).contentType("image/webp");
        when().get("/api/image/" + id).then().statusCode(200).contentType("image/webp");
        when().delete("/api/image/" + id).then().statusCode(202);

        when().get("/api/image/" + id).then().statusCode(404);
        when().delete("/image/" + id).then().statusCode(404);
        when().get("/api/images").then().body("items.id", not(hasItem(id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/images", "/api/images"})
    void s1ListsTheNewestFirstAndAnEmptyValueFiltersNothing(String path) {
        String plain = upload().post("/upload").then().extract().path("id");
        String marked =
                upload().multiPart("mode", "watermark").post("/upload").then().extract().path("id");

        when().get(path + "?last_created_at=&last_id=&mode=")
                .then()
                .statusCode(200)
                .body("items.id[0]", equalTo(marked))
                .body("items.id[1]", equalTo(plain));
        when().get(path + "?mode=watermark").then().body("items.id", not(hasItem(plain)));
        when().get(path + "?mode=sepia").then().body("code", equalTo("INVALID_PROCESSING"));
        when().get(path + "?last_created_at=yesterday")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_REQUEST"));
        when().get(path + "?last_id=" + UUID.randomUUID()).then().statusCode(400);
    }

    @Test
    void s2TakesOneFileInFilesAsAList() {
        given().multiPart("files", "a.jpg", jpeg(), "image/jpeg")
                .multiPart("uploaderId", "user-123")
                .multiPart("category", "PROFILE")
                .post("/api/images")
                .then()
                .statusCode(200)
                .body("$", hasSize(1))
                .body("[0].status", equalTo("PROCESSING"));
    }

    @Test
    void s2RefusesWhatIsNoUpload() {
        given().multiPart("uploaderId", "user-123")
                .multiPart("category", "PRODUCT")
                .post("/api/images")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_FILE"));
        upload().multiPart("uploaderId", "user-123")
                .multiPart("category", "NOBODY")
                .post("/api/images")
                .then()
                .statusCode(400)
                .body("code", equalTo("REFERENCE_TYPE_NOT_FOUND"));
    }

    @Test
    void s2ConfirmsWhatItUploadedAndReadsItsTypes() {
        String id =
                upload().multiPart("uploaderId", "user-123")
                        .multiPart("category", "PROFILE")
                        .post("/api/images")
                        .then()
                        .extract()
                        .path("id");
        ended(id, "READY");

        given().queryParam("imageId", id)
                .post("/api/v1/images/confirm/ref-" + id)
                .then()
                .statusCode(200)
                .body(equalTo(""));

        when().get("/images/" + id).then().body("status", equalTo("DONE"));
        when().get("/api/v1/enums/extensions")
                .then()
                .statusCode(200)
                .body("JPG", equalTo("JPEG Image"))
                .body("PNG", equalTo("Portable Network Graphics"))
                .body("WEBP", equalTo("WebP Image"))
                .body("GIF", equalTo("Graphics Interchange Format"))
                .body("HEIC", equalTo("High Efficiency Image Container"));
        when().get("/api/v1/enums/referenceType")
                .then()
                .body("PRODUCT", equalTo("상품"))
                .body("POST", equalTo("게시글"))
                .body("PROFILE", equalTo("프로필"))
                .body("BANNER", equalTo("배너"))
                .body("CATEGORY", equalTo("카테고리"))
                .body("USER_BACKGROUND", equalTo("사용자 배경"));
    }

    @Test
    void s3UploadsFetchesAsksAndDeletes() {
        String id =
                given().multiPart("image", "photo.jpg", jpeg(), "image/jpeg")
                        .multiPart("processing", "resize:100x100")
                        .post("/api/v1/images")
                        .then()
                        .statusCode(202)
                        .body("status", equalTo("TEMP"))
                        .extract()
                        .path("id");
        assertEquals(100, ended(id, "READY").getInt("renditions[0].width"));

        when().get("/api/v1/images/" + id).then().statusCode(200).contentType("image/webp");
        when().get("/api/v1/images/" + id + "/status").then().body("id", equalTo(id));
        when().delete("/api/v1/images/" + id)
                .then()
                .statusCode(202)
                .body("message", equalTo("Image deleted successfully"));
    }

    @Test
    void s4TakesOneFileAtATime() {
        given().multiPart("file", "a.jpg", jpeg(), "image/jpeg")
                .multiPart("file", "b.jpg", jpeg(), "image/jpeg")
                .post("/images")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_REQUEST"));
    }

    @Test
    void s4ReadsItsDocumentation() {
        given().redirects().follow(false).get("/docs").then().statusCode(302);
        when().get("/docs").then().statusCode(200).contentType("text/html");
    }

    private static RequestSpecification upload() {
        return given().multiPart("file", "photo.jpg", jpeg(), "image/jpeg");
    }

    private static byte[] jpeg() {
        return Pictures.jpeg("photo.jpg", 6).bytes();
    }

    /// The metadata, once the image is in this state.
    private static JsonPath ended(String id, String status) {
        var asked = given().accept("application/json");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> asked.get("/api/v1/images/" + id).path("status"), equalTo(status));
        return asked.get("/api/v1/images/" + id).jsonPath();
    }
}
