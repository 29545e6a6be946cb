package io.imageservice.deploy;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.imageservice.app.App;
import io.imageservice.app.AppOptions;
import io.imageservice.page.Pictures;
import io.imageservice.stack.Stack;
import io.imageservice.stack.StackOptions;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What stands before the api containers in compose.yaml, before a real service.
class NginxIT {
    private static final int MEGABYTE = 1 << 20;

    @TempDir private static Path work;

    private static Stack stack;
    private static App app;
    private static Nginx nginx;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Nginx.program().isPresent(), "there is no nginx here; .ci/run installs it");
        stack = Stack.start(StackOptions.forTests());
        app =
                App.start(
                        stack,
                        AppOptions.role("all")
                                .with("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true")
                                .with("QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST", "true"));
        nginx = Nginx.before(app.url(), work);
    }

    @AfterAll
    static void stop() {
        if (nginx != null) {
            nginx.close();
        }
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void letsUploadsThroughAndShowsWhatBecameOfThem() {
        String id = ready(upload("/api/v1/images", "GENERAL"));

        get("/api/v1/images/" + id + "/content?rendition=100x100")
                .then()
                .statusCode(200)
                .contentType("image/webp");
    }

    @Test
    void letsTheAliasesUnderApiThrough() {
        String id = ready(upload("/api/upload", "GENERAL"));

        get("/api/image/" + id).then().statusCode(200).contentType(startsWith("image/"));
        get("/api/images").then().statusCode(200).contentType(ContentType.JSON);
    }

    @Test
    void keepsPublicImagesAndNothingElse() {
        String id = ready(upload("/api/v1/images", "POST"));
        String address =
                request()
                        .accept(ContentType.JSON)
                        .get("/api/v1/images/" + id)
                        .path("renditions[1].url");
        String publicPath = URI.create(address).getPath();

        get(publicPath).then().statusCode(200).header("X-Cache", "MISS");
        get(publicPath)
                .then()
                .statusCode(200)
                .header("X-Cache", "HIT")
                .header("Cache-Control", containsString("immutable"));
        assertEquals(null, get("/api/v1/images/" + id).header("X-Cache"));
    }

    @Test
    void leavesWhatIsALittleTooLargeToTheServicesOwnWords() {
        assertEquals(413, statusOfAnnounced(102 * MEGABYTE), "nginx' own refusal");

        given().baseUri(nginx.url().toString())
                .multiPart("file", "a.jpg", new byte[100 * MEGABYTE + 1], "image/jpeg")
                .post("/api/v1/images")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void hidesWhatIsNotForTheOutside() {
        get("/q/metrics").then().statusCode(404);
        get("/q/health/ready").then().statusCode(404);
        get("/").then().statusCode(200).contentType(ContentType.HTML);
    }

    private static Response upload(String path, String category) {
        return request()
                .multiPart("file", "a.jpg", Pictures.jpeg("a.jpg", 7).bytes(), "image/jpeg")
                .multiPart("category", category)
                .post(path);
    }

    private static String ready(Response upload) {
        String id = upload.then().statusCode(202).extract().path("id");
        await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> get("/api/v1/images/" + id + "/status").path("status"),
                        "READY"::equals);
        return id;
    }

    private static Response get(String path) {
        return request().get(path);
    }

    private static RequestSpecification request() {
        return given().baseUri(nginx.url().toString());
    }

    /// The answer to the head of a request whose body never comes.
    private static int statusOfAnnounced(long bytes) {
        try (var socket = new Socket("127.0.0.1", nginx.url().getPort())) {
            var head =
                    "POST /api/v1/images HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/jpeg\r\n"
                            + "Content-Length: %d\r\n\r\n".formatted(bytes);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(12);
            return Integer.parseInt(new String(answer, StandardCharsets.US_ASCII).substring(9));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
