package io.imageservice.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTest {
    private static final String EVERYTHING =
            """
            image: {digest: "sha256:%s", pullSecrets: [{name: pull}]}
            ingress: {enabled: true}
            kafka: {securityProtocol: SASL_SSL, saslMechanism: SCRAM-SHA-512}
            telemetry: {otlpEndpoint: "http://collector:4317"}
            auth: {mode: oidc, issuer: "https://issuer.example.com", ownerIsolation: true}
            certificates: {existingSecret: image-service-certificates}
            extraEnv: {QUARKUS_LOG_LEVEL: DEBUG}
            worker:
              autoscaling: {mode: keda, keda: {authentication: kafka}}
              tolerations: [{key: pixels, operator: Exists}]
              env: {IMAGES_ENGINE: vips}
            monitoring: {serviceMonitor: true, prometheusRule: true, dashboard: true}
            test: {existingSecret: journey}
            """
                    .formatted("0".repeat(64));
    private static final String LITTLE =
            """
            ingress: {enabled: false}
            networkPolicy: {enabled: false}
            migrate: {enabled: false}
            serviceAccount: {create: false}
            api: {autoscaling: {enabled: false}}
            worker: {autoscaling: {mode: "off"}}
            """;

    @Test
    void isFoundSoundByTheStrictestLint() {
        var result = new Helm(Chart.FOLDER).lint().strict().call();

        assertFalse(result.isFailed(), () -> String.join("\n", result.getMessages()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", EVERYTHING_MARK, LITTLE_MARK})
    void rendersWhatTheClusterTakes(String values) {
        var manifests = Chart.template(valuesOf(values));

        for (JsonNode document : manifests.documents()) {
            assertEquals("", ClusterSchema.complaint(document), Manifests.name(document));
        }
        ManifestsTest.assertRestricted(manifests);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "databse: {jdbcUrl: x}",
                "api: {replica: 3}",
                "database: {password: secret}",
                "kafka: {securityProtocol: TLS}",
                "baseUrl: images.example.com",
                "auth: {mode: yes}",
                "auth: {mode: oidc}",
                "worker: {autoscaling: {mode: hpa}}",
                "networkPolicy: {redis: {to: [{ipblock: {cidr: 10.0.0.0/8}}], port: 6379}}",
                "image: {digest: latest}"
            })
    void refusesATypo(String values) {
        assertThrows(RuntimeException.class, () -> Chart.template(values));
    }

    @Test
    void makesNoSecretAndNoPassword() {
        assertEquals(0, Chart.template(EVERYTHING).ofKind("Secret").count());
    }

    @Test
    void migratesBeforeAnythingOfTheReleaseExists() {
        var chart = Chart.template("{}");
        var job = chart.one("Job", "image-service-migrate");
        var made = chart.byName().keySet();

        assertEquals(
                "pre-install,pre-upgrade",
                job.at("/metadata/annotations").path(Chart.HOOK).asText());
        assertFalse(job.at("/spec/template/spec").has("serviceAccountName"));
        for (JsonNode reference : job.findParents("secretKeyRef")) {
            assertFalse(made.contains("Secret/" + reference.at("/secretKeyRef/name").asText()));
        }
        assertEquals(List.of(), job.findValues("configMapRef"));
    }

    @Test
    void givesEveryPodTheCertificates() {
        var chart = Chart.template("certificates: {existingSecret: ours}");

        for (String role : List.of("api", "worker", "migrate")) {
            var kind = role.equals("migrate") ? "Job" : "Deployment";
            var pod = chart.one(kind, "image-service-" + role).at("/spec/template/spec");
            assertEquals("ours", pod.at("/volumes/1/secret/secretName").asText());
            assertEquals(
                    "/certificates", pod.at("/containers/0/volumeMounts/1/mountPath").asText());
        }
    }

    @Test
    void restartsPodsWhoseConfigurationChanged() {
        var path = "/spec/template/metadata/annotations";
        var before = Chart.template("{}").one("Deployment", "image-service-api").at(path);
        var after =
                Chart.template("baseUrl: https://other")
                        .one("Deployment", "image-service-api")
                        .at(path);

        assertFalse(before.path("checksum/config").asText().isEmpty());
        assertFalse(before.equals(after));
    }

    private static final String EVERYTHING_MARK = "everything";
    private static final String LITTLE_MARK = "little";

    private static String valuesOf(String mark) {
        return switch (mark) {
            case EVERYTHING_MARK -> EVERYTHING;
            case LITTLE_MARK -> LITTLE;
            default -> mark;
        };
    }
}
