package io.imageservice.access;

import io.imageservice.engine.fixtures.Jpegs;
import io.imageservice.engine.fixtures.Scene;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One request of [EndpointTable], with what its endpoint expects, and what came back.
///
/// @param body empty for a stream of events: that one does not end
record Knock(int status, String challenge, String body) {
    private static final byte[] JPEG = Jpegs.of(Scene.rgb(40, 30));

    static Knock at(URI service, EndpointTable.Row row, String image, @Nullable Visitor visitor)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve(row.path().replace("IMAGE", image)));
        body(row, request, image);
        if (visitor != null) {
            request.header("Authorization", "Bearer " + visitor.secret());
        }
        try (var client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            String type = answer.headers().firstValue("Content-Type").orElse("");
            boolean endless = type.startsWith("text/event-stream");
            String body =
                    endless ? "" : new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
            answer.body().close();
            String challenge = answer.headers().firstValue("WWW-Authenticate").orElse("");
            client.shutdownNow();
            return new Knock(answer.statusCode(), challenge, body);
        }
    }

    private static void body(EndpointTable.Row row, HttpRequest.Builder request, String image) {
        if (Scope.WRITE.equals(row.scope())) {
            request.header("Content-Type", "multipart/form-data; boundary=edge")
                    .POST(BodyPublishers.ofByteArray(form()));
        } else if (row.endpoint().equals("POST /api/v1/admin/keys")) {
            json(request, "POST", "{\"name\":\"n\",\"scopes\":[\"images:read\"]}");
        } else if (row.verb().equals("PUT") || row.endpoint().endsWith("/confirm")) {
            var set = "{\"referenceId\":\"every-3\",\"imageIds\":[\"" + image + "\"]}";
            json(request, row.verb(), set);
        } else {
            request.method(row.verb(), BodyPublishers.noBody());
        }
    }

    private static void json(HttpRequest.Builder request, String verb, String text) {
        request.header("Content-Type", "application/json")
                .method(verb, BodyPublishers.ofString(text));
    }

    private static byte[] form() {
        var form = new ByteArrayOutputStream();
        form.writeBytes(field("uploaderId", "u"));
        form.writeBytes(field("category", "GENERAL"));
        form.writeBytes(
                bytes(
                        "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n"
                                + "Content-Type: image/jpeg\r\n\r\n"));
        form.writeBytes(JPEG);
        form.writeBytes(bytes("\r\n--edge--\r\n"));
        return form.toByteArray();
    }

    private static byte[] field(String name, String value) {
        return bytes(
                "--edge\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(name, value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
