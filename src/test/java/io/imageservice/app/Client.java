package io.imageservice.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.net.ssl.SSLContext;

/// Somebody who uploads and looks, over HTTP.
public final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI base;

    public Client(URI base) {
        this(base, plain().build());
    }

    private Client(URI base, HttpClient http) {
        this.base = base;
        this.http = http;
    }

    /// Over HTTPS, with the trust and the certificate of `context`.
    public static Client secured(URI base, SSLContext context) {
        return new Client(base, plain().sslContext(context).build());
    }

    private static HttpClient.Builder plain() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5));
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

        /// TEMP, READY, ... of an answer about an image's status; empty when it does not say.
        public String imageStatus() {
            return status == 200 ? json().path("status").asText() : "";
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
                        .header("Content-Type", MultipartBody.TYPE)
                        .POST(BodyPublishers.ofByteArray(MultipartBody.of(files, fields)));
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
        return state(id).imageStatus();
    }

    /// Its status, and with it attempts and the error.
    public Answer state(String id) {
        return get("/api/v1/images/" + id + "/status");
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
}
