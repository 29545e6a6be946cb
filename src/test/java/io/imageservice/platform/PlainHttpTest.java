package io.imageservice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.imageservice.stack.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/// Java's own client, as it comes: it asks every server for HTTP/2.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PlainHttpTest {
    @TestHTTPResource("/q/openapi")
    URI document;

    @Test
    void aClientThatAsksForAnUpgradeIsAnsweredWithout() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer =
                    http.send(HttpRequest.newBuilder(document).build(), BodyHandlers.ofByteArray());

            assertEquals(HttpClient.Version.HTTP_1_1, answer.version());
            assertEquals(200, answer.statusCode());
        }
    }
}
