package io.imageservice.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.imageservice.deploy.Metrics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The table of metrics against a running service, both ways.
class MetricsIT {
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (images_\\w+) ");

    @Test
    void aRunningServiceHasTheDocumentedMetricsAndNoOthers() {
        try (var app = App.start(Cluster.stack(), AppOptions.role("all"))) {
            var client = new Client(app.url());
            var uploaded = client.upload(List.of(Photographs.drawn(320, 240, 0.8f, 1)));
            Cluster.awaitReady(client, uploaded.ids());
            var refused = client.upload(List.of("no picture".getBytes(StandardCharsets.UTF_8)));
            assertEquals(400, refused.status(), refused::body);

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertEquals(Metrics.documented(), scraped(client)));
        }
    }

    /// Every timer has a `_max` beside it; that is not a metric of its own.
    private static TreeSet<String> scraped(Client client) {
        var names = new TreeSet<String>();
        TYPE.matcher(client.get("/q/metrics").body())
                .results()
                .map(type -> type.group(1).replaceFirst("_max$", ""))
                .forEach(names::add);
        return names;
    }
}
