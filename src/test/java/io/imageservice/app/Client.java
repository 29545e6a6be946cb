package io.imageservice.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Somebody who uploads and looks, over HTTP.
public final class Client {
    private static final String BOUNDARY = "----image-service-test";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final URI base;

    public Client(URI base) {
        this.base = base;
    }

    /// What the service said; `status` 0 means that nobody answered.
    public record Answer(int status, String contentType, String body) {
        public boolean accepted() {
            return status == 202 || status == 200;
        }

        /// A refusal as it must be: problem+json with a code of the catalogue.
        public boolean isProblem() {
            return status >= 400
                    && contentType.startsWith("application/problem+json")
                    && !json().path("code").asText().isEmpty();
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// The ids of one uploaded image or of several.
        public List<String> ids() {
            var json = json();
            var images =
                    json.isArray()
                            ? StreamSupport.stream(json.spliterator(), false)
                            : Stream.of(json);
            return images.map(image -> image.path("id").asText()).toList();
        }
    }

    public Answer upload(List<byte[]> files) {
        return upload("/api/v1/images", files, Map.of());
    }

    /// @param fields of the form, beside the files
    public Answer upload(String path, List<byte[]> files, Map<String, String> fields) {
        var request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(multipart(files, fields)));
        return answer(request);
    }

    /// Any method with a JSON body; an empty body is none.
    public Answer send(String method, String path, String json) {
        var request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(json));
        return answer(request);
    }

    public Answer get(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(30));
        return answer(request.header("Accept", "application/json, text/plain;q=0.5"));
    }

    /// TEMP, READY, ...; empty when the service cannot say.
    public String status(String id) {
        var answer = get("/api/v1/images/" + id + "/status");
        return answer.status() == 200 ? answer.json().path("status").asText() : "";
    }

    public byte[] content(String id, String rendition) throws IOException, InterruptedException {
        var path = "/api/v1/images/" + id + "/content?rendition=" + rendition;
        var request = HttpRequest.newBuilder(base.resolve(path)).build();
        return http.send(request, BodyHandlers.ofByteArray()).body();
    }

    private Answer answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            var type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(response.statusCode(), type, response.body());
        } catch (IOException e) {
            return new Answer(0, "", String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(0, "", "interrupted");
        }
    }

    private static byte[] multipart(List<byte[]> files, Map<String, String> fields) {
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(field(name, value)));
        for (int i = 0; i < files.size(); i++) {
            var head =
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"photo-%d.jpg\"\r\n"
                            + "Content-Type: image/jpeg\r\n\r\n";
            var part = files.size() == 1 ? "file" : "files";
            body.writeBytes(head.formatted(BOUNDARY, part, i).getBytes(StandardCharsets.UTF_8));
            body.writeBytes(files.get(i));
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static byte[] field(String name, String value) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, name, value)
                .getBytes(StandardCharsets.UTF_8);
    }
}
