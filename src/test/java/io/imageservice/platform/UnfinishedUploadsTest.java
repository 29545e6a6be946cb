package io.imageservice.platform;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.access.ApiKeys;
import io.imageservice.access.KeyRequest;
import io.imageservice.access.Scope;
import io.imageservice.engine.fixtures.Jpegs;
import io.imageservice.engine.fixtures.Scene;
import io.imageservice.stack.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Clients that do not send what they began: they can read their answer, keep neither connection
/// nor place, and leave room for others.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(LimitsTest.Limited.class)
class UnfinishedUploadsTest {
    private static final byte[] JPEG = Jpegs.of(Scene.rgb(30, 20));
    private static final String HEAD =
            """
            POST /api/v1/images HTTP/1.1
            Host: localhost
            Authorization: Bearer %s
            Content-Type: multipart/form-data; boundary=b
            %s

            """;
    private static final String PART =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n";

    @Inject ApiKeys keys;

    @TestHTTPResource("/api/v1/images")
    URI uploads;

    @Test
    void aClientThatAnnouncesTooMuchAndStopsReadsItsProblem() throws Exception {
        try (var socket = connect("Content-Length: 999999999")) {
            var answer = answer(socket);

            assertEquals("HTTP/1.1 413 Request Entity Too Large", answer.readLine());
            assertTrue(
                    says(answer, "FILE_TOO_LARGE"), "no problem before the end of the connection");
        }
    }

    @Test
    void aBodyWithoutEndIsAnsweredAndItsConnectionClosed() throws Exception {
        try (var socket = connect("Transfer-Encoding: chunked")) {
            chunk(socket.getOutputStream(), PART);
            // beyond the 3 MB of the profile and the 1 MB of framing, and no end
            for (int kilobyte = 0; kilobyte < 5_000; kilobyte++) {
                chunk(socket.getOutputStream(), "x".repeat(1024));
            }
            var answer = answer(socket);

            assertEquals("HTTP/1.1 413 Request Entity Too Large", answer.readLine());
            var rest = new StringWriter();
            answer.transferTo(rest);
            assertTrue(rest.toString().contains("FILE_TOO_LARGE"), rest::toString);
            assertFalse(rest.toString().contains("HTTP/"), rest::toString);
        }
    }

    @Test
    @Timeout(60)
    void aPartWithoutEndIsCutOff() throws Exception {
        try (var socket = connect("Transfer-Encoding: chunked")) {
            chunk(socket.getOutputStream(), PART.substring(0, 60));

            var chunk = "x".repeat(65_536);
            assertThrows(
                    IOException.class,
                    () -> {
                        for (int i = 0; i < 16 * 1024; i++) {
                            chunk(socket.getOutputStream(), chunk);
                        }
                    });
        }
    }

    @Test
    void headersOfAPartWithoutEndAreRefused() throws Exception {
        try (var socket = connect("Transfer-Encoding: chunked")) {
            chunk(socket.getOutputStream(), PART.substring(0, 60) + "x".repeat(65_536));
            var answer = answer(socket);

            assertEquals("HTTP/1.1 400 Bad Request", answer.readLine());
            assertTrue(
                    says(answer, "the headers of a part have"),
                    "no problem before the end of the connection");
        }
    }

    @Test
    void anAddressHoldsTwoPlacesAndNoThird() throws Exception {
        try (var first = connect("Content-Length: 5000")) {
            try (var second = connect("Content-Length: 5000")) {
                chunk(first.getOutputStream(), PART);
                chunk(second.getOutputStream(), PART);
                Awaitility.await().until(() -> upload().contains("TOO_MANY_REQUESTS"));
            }
            Awaitility.await().until(() -> upload().contains("202 Accepted"));
        }
    }

    /// A whole upload; what was answered.
    private String upload() throws IOException {
        var body = PART.getBytes(US_ASCII);
        var end = "\r\n--b--\r\n".getBytes(US_ASCII);
        try (var socket =
                connect(
                        "Connection: close\nContent-Length: "
                                + (body.length + JPEG.length + end.length))) {
            var out = socket.getOutputStream();
            out.write(body);
            out.write(JPEG);
            out.write(end);
            return answer(socket).lines().collect(Collectors.joining("\n"));
        }
    }

    private Socket connect(String length) throws IOException {
        var ends = Instant.now().plusSeconds(600);
        var request = new KeyRequest("lingering", null, List.of(Scope.WRITE), ends);
        var socket = new Socket(uploads.getHost(), uploads.getPort());
        socket.setSoTimeout(15_000);
        socket.getOutputStream()
                .write(
                        HEAD.formatted(keys.create(request, "test").key(), length)
                                .replace("\n", "\r\n")
                                .getBytes(US_ASCII));
        return socket;
    }

    private static BufferedReader answer(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    }

    /// Reads no further than that: the answer has no end of line, and its connection stays a while.
    private static boolean says(BufferedReader answer, String text) throws IOException {
        var read = new StringBuilder();
        for (int c = answer.read(); c >= 0; c = answer.read()) {
            if (read.append((char) c).indexOf(text) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static void chunk(OutputStream out, String text) throws IOException {
        out.write((Integer.toHexString(text.length()) + "\r\n" + text + "\r\n").getBytes(US_ASCII));
        out.flush();
    }
}
