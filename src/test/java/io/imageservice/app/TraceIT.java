package io.imageservice.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.imageservice.app.Collector.Span;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// An upload is one trace, from the request over outbox and Kafka to what the worker, a process of
/// its own, does with storage.
class TraceIT {
    private static final long SERVER = 2;
    private static final long CONSUMER = 5;

    @Test
    void followsAnUploadFromTheRequestToTheWorkersStorage() throws IOException {
        try (var collector = new Collector();
                var api = App.start(Cluster.stack(), traced("api", collector));
                var worker = App.start(Cluster.stack(), traced("worker", collector))) {
            var client = new Client(api.url());
            var uploaded = client.upload(List.of(Photographs.drawn(640, 480, 0.8f, 1)));
            assertEquals(202, uploaded.status(), uploaded::body);
            Cluster.awaitReady(client, uploaded.ids());

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> {
                        var trace = traceOfTheUpload(collector);
                        assertEquals(1, below(trace, SERVER, "storage put"), trace::toString);
                        assertEquals(1, below(trace, CONSUMER, "storage download"));
                        assertEquals(4, below(trace, CONSUMER, "storage put"), trace::toString);
                        assertEquals(1, consumersBelowTheRequest(trace), trace::toString);
                    });
            worker.terminate();
        }
    }

    private static AppOptions traced(String role, Collector collector) {
        return AppOptions.role(role)
                .with("QUARKUS_OTEL_TRACES_SAMPLER_ARG", "1.0")
                .with("QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
                .with("QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", collector.url());
    }

    private static List<Span> traceOfTheUpload(Collector collector) {
        var spans = collector.spans();
        return spans.stream()
                .filter(span -> span.name().equals("POST /api/v1/images"))
                .flatMap(root -> spans.stream().filter(s -> s.trace().equals(root.trace())))
                .toList();
    }

    /// How many spans of the name have one of the kind as their nearest ancestor from outside.
    private static long below(List<Span> trace, long kind, String name) {
        var byId = byId(trace);
        return trace.stream()
                .filter(span -> span.name().equals(name))
                .filter(span ->
                        ancestors(span, byId)
                                .filter(s -> s.kind() == SERVER || s.kind() == CONSUMER)
                                .findFirst()
                                .filter(nearest -> nearest.kind() == kind)
                                .isPresent())
                .count();
    }

    private static long consumersBelowTheRequest(List<Span> trace) {
        var byId = byId(trace);
        return trace.stream()
                .filter(span -> span.kind() == CONSUMER)
                .filter(span -> ancestors(span, byId).anyMatch(s -> s.kind() == SERVER))
                .count();
    }

    private static Map<String, Span> byId(List<Span> trace) {
        return trace.stream().collect(Collectors.toMap(Span::id, Function.identity()));
    }

    private static Stream<Span> ancestors(Span span, Map<String, Span> byId) {
        return Stream.iterate(byId.get(span.parent()), s -> s != null, s -> byId.get(s.parent()));
    }
}
