package io.imageservice.app;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// The body of an upload: fields first, then the files.
final class MultipartBody {
    private static final String BOUNDARY = "----image-service-test";

    static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private MultipartBody() {}

    static byte[] of(List<byte[]> files, Map<String, String> fields) {
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
