package io.imageservice.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Bytes as no good client sends them, over a bare socket.
record Attack(URI target) {
    static final String HEAD =
            "POST /api/v1/images HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\n";
    static final String PART =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n";
    private static final String SMUGGLED = "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";

    Socket connect() throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress("127.0.0.2", 0)); // not that of the good clients
        socket.connect(new InetSocketAddress(target.getHost(), target.getPort()), 10_000);
        socket.setSoTimeout(20_000);
        return socket;
    }

    /// Sends it all and reads until the server closes or says nothing for 20 s.
    ///
    /// @return the statuses answered, in order, as `413` or `400 200`; `closed` when there was none
    String exchange(byte[] bytes) throws IOException {
        try (var socket = connect()) {
            try {
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
            } catch (IOException e) {
                return read(socket); // it closed while we were sending; it may have said why
            }
            return read(socket);
        }
    }

    private static String read(Socket socket) {
        var answer = new ByteArrayOutputStream();
        try {
            var buffer = new byte[8192];
            socket.setSoTimeout(3_000);
            for (int n = socket.getInputStream().read(buffer);
                    n > 0;
                    n = socket.getInputStream().read(buffer)) {
                answer.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // silence or a reset: what came before counts
        }
        var statuses =
                answer.toString(ISO_8859_1)
                        .lines()
                        .filter(line -> line.startsWith("HTTP/1."))
                        .map(line -> line.split(" ")[1])
                        .toList();
        return statuses.isEmpty() ? "closed" : String.join(" ", statuses);
    }

    /// An upload cut off at every stage of its way.
    static List<String> cuts() {
        var whole =
                HEAD
                        + "Content-Length: 5000\r\n\r\n"
                        + PART
                        + "\u00ff\u00d8\u00ff"
                        + "x".repeat(2000);
        return List.of(
                "",
                "POS",
                HEAD.substring(0, 60),
                HEAD + "Content-Le",
                HEAD + "Content-Length: 5000\r\n\r\n",
                whole.substring(0, whole.indexOf("filename")),
                whole.substring(0, whole.indexOf("\u00ff")),
                whole);
    }

    /// Two readings of where a request ends; the second request must never be answered.
    static Map<String, String> smuggling() {
        Map<String, String> shapes = new TreeMap<>();
        var post =
                "POST /api/v1/images/confirm HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
        shapes.put(
                "length and chunked",
                post
                        + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                        + SMUGGLED);
        shapes.put(
                "two lengths",
                post + "Content-Length: 2\r\nContent-Length: 90\r\n\r\n{}" + SMUGGLED);
        shapes.put("chunked, misspelt", post + "Transfer-Encoding: xchunked\r\n\r\n" + SMUGGLED);
        shapes.put(
                "chunked before the colon",
                post + "Transfer-Encoding : chunked\r\nContent-Length: 2\r\n\r\n{}" + SMUGGLED);
        shapes.put(
                "chunked twice",
                post
                        + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
                        + SMUGGLED);
        shapes.put("signed length", post + "Content-Length: +2\r\n\r\n{}" + SMUGGLED);
        shapes.put("negative length", post + "Content-Length: -1\r\n\r\n" + SMUGGLED);
        shapes.put(
                "chunk size with a sign",
                post + "Transfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n0\r\n\r\n" + SMUGGLED);
        shapes.put(
                "NUL in a header",
                post + "X-A: a\u0000b\r\nContent-Length: 2\r\n\r\n{}" + SMUGGLED);
        return shapes;
    }

    /// A form of so many tiny parts.
    static byte[] parts(int count) {
        var body = new StringBuilder();
        for (int i = 0; i < count; i++) {
            body.append("--b\r\nContent-Disposition: form-data; name=\"f")
                    .append(i)
                    .append("\"\r\n\r\nx\r\n");
        }
        body.append("--b--\r\n");
        return (HEAD + "Content-Length: " + body.length() + "\r\n\r\n" + body).getBytes(ISO_8859_1);
    }

    static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
