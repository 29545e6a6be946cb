package io.imageservice.platform;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.app.Photographs;
import io.imageservice.stack.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// One place for uploads, and clients that do not end theirs.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(UploadGateTest.OnePlace.class)
class UploadGateTest {
    private static final String HEAD =
            """
            POST /api/v1/images HTTP/1.1\r
            Host: localhost\r
            Content-Type: multipart/form-data; boundary=b\r
            Content-Length: %d\r
            \r
            """;

    private static final String BEGINNING =
            """
            --b\r
            Content-Disposition: form-data; name="file"; filename="a.jpg"\r
            \r
            """;

    @TestHTTPResource URI url;

    public static class OnePlace implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("images.upload.max-concurrent", "1");
        }
    }

    @Test
    void whoHardlySendsLosesItsPlaceToOthers() throws Exception {
        try (var slow = sending(1_000_000)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> upload() == 503);

            await().atMost(Duration.ofSeconds(60)).until(() -> upload() == 202);
            assertEquals("", answer(slow));
        }
    }

    @Test
    void aBodyThatIsNotWholeIsTheClientsFault() throws Exception {
        try (var cut = sending(BEGINNING.length())) {
            var answer = answer(cut);

            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        }
    }

    private Socket sending(int announced) throws IOException {
        var socket = new Socket(url.getHost(), url.getPort());
        socket.setSoTimeout(30_000);
        var request = HEAD.formatted(announced) + BEGINNING;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    /// The first bytes of an answer; nothing when the connection was closed without one.
    private static String answer(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readNBytes(16), StandardCharsets.ISO_8859_1);
        } catch (SocketException e) {
            return "";
        }
    }

    private static int upload() {
        return given().multiPart("file", "a.jpg", Photographs.drawn(16, 16, 0.8f, 1))
                .post("/api/v1/images")
                .statusCode();
    }
}
