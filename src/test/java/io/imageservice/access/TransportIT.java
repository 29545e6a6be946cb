package io.imageservice.access;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.app.App;
import io.imageservice.app.Client;
import io.imageservice.app.Photographs;
import io.imageservice.stack.Keys;
import io.imageservice.stack.Ports;
import io.imageservice.stack.Servers;
import io.imageservice.stack.Stack;
import io.imageservice.stack.StackOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.SubmissionPublisher;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Nothing in the clear, by environment variables alone: PostgreSQL, Redis, Kafka and S3 take TLS
/// only, and so does the service, from callers that show a certificate.
class TransportIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static Stack stack;
    private static Keys other;
    private static App app;
    private static URI https;
    private static Client client;

    @BeforeAll
    static void start(@TempDir Path folder) {
        stack = Stack.start(StackOptions.forTests().overTls());
        other = Keys.make(folder);
        int port = Ports.take(0);
        https = URI.create("https://localhost:" + port);
        app = App.launch(stack, SecuredApp.on(port, stack.keys()));
        client = Client.secured(https, secrets());
        await().atMost(PATIENCE)
                .until(() -> !app.process().alive() || states(client).equals("UP UP UP UP"));
        assertTrue(app.process().alive(), app.log());
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void anUploadIsRenderedAndFetchedOverTlsAllTheWay() throws Exception {
        var uploaded = client.upload(List.of(Photographs.drawn(640, 480, 0.8f, 1)));
        assertEquals(202, uploaded.status(), uploaded.body());
        String id = uploaded.ids().getFirst();
        await().atMost(PATIENCE).until(() -> "READY".equals(client.status(id)));

        assertTrue(client.content(id, "main").length > 1_000);
    }

    @Test
    @Timeout(120)
    void anUploadThatNeverEndsLeavesItsConnectionToOthers() throws Exception {
        var http = HttpClient.newBuilder().sslContext(secrets()).build();
        try (var endless = new SubmissionPublisher<ByteBuffer>()) {
            var events = http.send(to("/api/v1/events").build(), BodyHandlers.ofLines());
            assertEquals(HttpClient.Version.HTTP_2, events.version());

            // It waits for the end of its request as well: until it is cut off.
            assertEquals(413, http.send(tooMuch(endless), BodyHandlers.discarding()).statusCode());
            var uploaded = client.upload(List.of(Photographs.drawn(64, 48, 0.8f, 2)));

            assertEquals(202, uploaded.status(), uploaded.body());
            assertTrue(events.body().anyMatch(line -> line.startsWith("event:")));
        } finally {
            http.shutdownNow();
        }
    }

    @Test
    @Timeout(120)
    void anUploadTakenBackAfterItsRefusalLeavesNothingBehind() throws Exception {
        try (var http = HttpClient.newBuilder().sslContext(secrets()).build()) {
            var body = new SubmissionPublisher<ByteBuffer>();
            var upload = http.sendAsync(tooMuch(body), BodyHandlers.discarding());
            Thread.sleep(1_000); // answered by then; nothing tells the client's caller
            body.close();

            assertThrows(ExecutionException.class, upload::get);
            Thread.sleep(500);
            assertFalse(app.log().contains("IllegalStateException"), app.log());
        }
    }

    @Test
    void noServerTakesAPlainConnection() throws Exception {
        var refused = assertThrows(SQLException.class, () -> Servers.plainDatabase(stack));
        assertTrue(refused.getMessage().contains("no encryption"), refused.getMessage());
        for (var part : List.of(stack.redis(), stack.kafka(), stack.s3())) {
            var said = Servers.plainly(part, "GET / HTTP/1.0\r\n\r\n");
            assertTrue(said.isEmpty() || said.charAt(0) == 0x15, part.name() + ": " + said);
        }
    }

    @Test
    void aCallerInTheClearOrWithoutOurCertificateGetsNoAnswer() {
        Client anonymous = Client.secured(https, stack.keys().context());
        Client stranger = Client.secured(https, stack.keys().showing(other));

        for (Client each : List.of(anonymous, stranger, new Client(app.url()))) {
            assertEquals(0, each.get("/q/health/live").status());
        }
        assertEquals(200, client.get("/q/health/live").status());
    }

    @Test
    void serversOfAnotherAuthorityOrNameAreNotTalkedTo() {
        App deceived = App.launch(stack, SecuredApp.doubting(stack, other));

        assertEquals("UP DOWN DOWN DOWN", settled(deceived));
        assertTrue(deceived.log().contains("PKIX path"), deceived.log());
        deceived.kill9();
    }

    @Test
    void aDatabaseThatAnotherAuthorityVouchesForEndsTheStart() {
        App deceived = App.launch(stack, SecuredApp.doubtingTheDatabase(stack, other));

        assertTrue(deceived.process().awaitEnd(PATIENCE), deceived.log());
        assertEquals(1, deceived.process().exitCode());
        assertTrue(deceived.log().contains("trust anchors"), deceived.log());
    }

    private static SSLContext secrets() {
        return stack.keys().showing(stack.keys());
    }

    private static HttpRequest tooMuch(SubmissionPublisher<ByteBuffer> body) {
        return to("/api/v1/images")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.fromPublisher(body, 999_999_999))
                .build();
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(https.resolve(path));
    }

    /// What it says of its dependencies, once it says anything.
    private static String settled(App plain) {
        Client anybody = new Client(plain.url());
        await().atMost(PATIENCE).until(() -> !states(anybody).isEmpty());
        return states(anybody);
    }

    private static String states(Client asking) {
        var health = asking.get("/actuator/health");
        if (health.status() == 0) {
            return "";
        }
        var parts = health.json().path("components");
        return Stream.of("db", "kafka", "redis", "storage")
                .map(part -> parts.path(part).path("status").asText())
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
    }
}
