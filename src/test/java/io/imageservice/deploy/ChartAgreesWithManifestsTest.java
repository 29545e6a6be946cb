package io.imageservice.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// A cluster gets the same from `helm install` as from `kubectl apply -k`, apart from what each
/// tool marks as its own.
class ChartAgreesWithManifestsTest {
    /// Kinds only one of the two has: the namespace kustomize makes, the journey `helm test` makes.
    private static final Set<String> ONE_SIDED =
            Set.of(
                    "Namespace/image-service",
                    "Pod/image-service-journey",
                    "ConfigMap/image-service-journey",
                    "NetworkPolicy/image-service-journey");

    private final Manifests chart =
            Chart.template(
                    """
                    ingress: {enabled: true}
                    worker: {autoscaling: {mode: keda}}
                    monitoring: {serviceMonitor: true, prometheusRule: true}
                    """);
    private final Manifests prod = Kustomization.build(Path.of("k8s/overlays/prod"));

    @Test
    void sayTheSame() {
        var ours = comparable(prod);
        var theirs = comparable(chart);

        assertEquals(ours.keySet(), theirs.keySet());
        ours.forEach((name, document) -> assertEquals(document, theirs.get(name), name));
    }

    @Test
    void giveEveryPodTheSameEnvironment() {
        for (String workload :
                new String[] {"Deployment/api", "Deployment/worker", "Job/migrate"}) {
            var kind = workload.split("/", -1)[0];
            var name = "image-service-" + workload.split("/", -1)[1];

            assertEquals(prod.environment(kind, name), chart.environment(kind, name), workload);
        }
    }

    @Test
    void raiseTheSameAlerts() throws IOException {
        var rules =
                Manifests.parse(Files.readString(Chart.FOLDER.resolve("files/alerts.yaml")))
                        .documents();

        assertEquals(rules.getFirst(), prod.one("PrometheusRule", "image-service").path("spec"));
    }

    private static TreeMap<String, JsonNode> comparable(Manifests manifests) {
        var all = manifests.byName();
        all.keySet().removeAll(ONE_SIDED);
        all.values().forEach(ChartAgreesWithManifestsTest::strip);
        return all;
    }

    private static void strip(JsonNode document) {
        var metadata = (ObjectNode) document.path("metadata");
        metadata.remove("namespace");
        if (document.at("/metadata/labels") instanceof ObjectNode labels) {
            labels.remove(
                    Set.of(
                            "helm.sh/chart",
                            "app.kubernetes.io/managed-by",
                            "app.kubernetes.io/version"));
        }
        if (Manifests.kind(document).equals("Job")) {
            metadata.remove("annotations");
        }
        if (document.at("/spec/template/metadata") instanceof ObjectNode pod) {
            pod.remove("annotations");
        }
        // The Job of the chart takes its configuration literally; environments are compared in a
        // test of their own.
        for (JsonNode container : document.at("/spec/template/spec/containers")) {
            ((ObjectNode) container).remove(Set.of("env", "envFrom"));
        }
    }
}
