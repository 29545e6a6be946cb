package io.imageservice.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A listener to a stream of events.
final class Ear implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final HttpResponse<InputStream> answer;

    Ear(URI stream, String... headers) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(stream)
                        .header("Accept", "text/event-stream")
                        .headers(headers)
                        .build();
        answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        Thread.ofVirtual().start(this::read);
    }

    int status() {
        return answer.statusCode();
    }

    String heard() {
        return String.join("\n", lines);
    }

    private void read() {
        try (var in =
                new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            in.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            // closed by this side
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
