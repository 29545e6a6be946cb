package io.imageservice.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ObservabilityTest {
    private static final Pattern METRIC = Pattern.compile("images_[a-z_]+");
    private static final Path ALERTS = Chart.FOLDER.resolve("files/alerts.yaml");
    private static final Path DASHBOARD = Chart.FOLDER.resolve("files/dashboard.json");

    @Test
    void alertsAskOnlyForMetricsThatAreDocumented() throws IOException {
        assertEquals(Set.of(), missing(ALERTS));
    }

    @Test
    void theDashboardAsksOnlyForMetricsThatAreDocumented() throws IOException {
        assertEquals(Set.of(), missing(DASHBOARD));
    }

    @Test
    void theDashboardShowsEveryDocumentedMetric() throws IOException {
        var shown = metricsIn(Files.readString(DASHBOARD));
        var hidden = Metrics.documented();
        hidden.removeAll(shown);

        assertEquals(Set.of(), hidden);
    }

    @Test
    void everyAlertHasALineInTheRunbook() throws IOException {
        var operations = Files.readString(Path.of("docs/operations.md"));
        for (JsonNode rule : Manifests.read(ALERTS).documents().getFirst().at("/groups/0/rules")) {
            var alert = rule.path("alert").asText();
            var anchor = "docs/operations.md#" + alert.toLowerCase(Locale.ROOT);

            assertTrue(rule.at("/annotations/runbook").asText().startsWith(anchor), alert);
            assertTrue(operations.contains("### " + alert + "\n"), alert);
        }
    }

    private static Set<String> missing(Path file) throws IOException {
        var used = metricsIn(Files.readString(file));
        used.removeAll(Metrics.documented());
        return used;
    }

    private static Set<String> metricsIn(String text) {
        var found = new TreeSet<String>();
        METRIC.matcher(text)
                .results()
                .map(match -> match.group().replaceFirst("_(bucket|sum|count)$", ""))
                .forEach(found::add);
        return found;
    }
}
