package io.imageservice.app;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// Takes the spans the service sends over OTLP (HTTP, protobuf): as much of a collector as a test
/// needs. Field numbers: <https://github.com/open-telemetry/opentelemetry-proto>, `trace.proto`.
final class Collector implements AutoCloseable {
    private final HttpServer server;
    private final Queue<Span> spans = new ConcurrentLinkedQueue<>();

    /// @param parent the id of another span; empty at the root
    /// @param kind 1 internal, 2 server, 3 client, 4 producer, 5 consumer
    record Span(String trace, String id, String parent, String name, long kind) {
        private static Span of(UnknownFieldSet span) {
            return new Span(
                    hex(span, 1),
                    hex(span, 2),
                    hex(span, 4),
                    bytes(span, 5).findFirst().orElseThrow().toStringUtf8(),
                    span.getField(6).getVarintList().getFirst());
        }
    }

    Collector() throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Span> spans() {
        return List.copyOf(spans);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            messages(UnknownFieldSet.parseFrom(body(exchange)), 1) // ResourceSpans
                    .flatMap(resource -> messages(resource, 2)) // ScopeSpans
                    .flatMap(scope -> messages(scope, 2))
                    .map(Span::of)
                    .forEach(spans::add);
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static InputStream body(HttpExchange exchange) throws IOException {
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
    }

    private static Stream<UnknownFieldSet> messages(UnknownFieldSet parent, int field) {
        return bytes(parent, field)
                .map(message -> {
                    try {
                        return UnknownFieldSet.parseFrom(message);
                    } catch (InvalidProtocolBufferException e) {
                        throw new IllegalArgumentException(e);
                    }
                });
    }

    private static Stream<ByteString> bytes(UnknownFieldSet message, int field) {
        return message.getField(field).getLengthDelimitedList().stream();
    }

    private static String hex(UnknownFieldSet span, int field) {
        return bytes(span, field)
                .map(id -> HexFormat.of().formatHex(id.toByteArray()))
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
