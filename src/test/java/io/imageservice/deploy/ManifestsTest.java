package io.imageservice.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {
    private static final Path K8S = Path.of("k8s");

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/dev", "overlays/prod"})
    void areSoundByTheSchemaOfTheCluster(String folder) {
        for (JsonNode document : Kustomization.build(K8S.resolve(folder)).documents()) {
            assertEquals("", ClusterSchema.complaint(document), Manifests.name(document));
        }
    }

    @Test
    void wouldBeRefusedWithATypo() {
        var deployment =
                Kustomization.build(K8S.resolve("base")).one("Deployment", "image-service-api");
        var pod = (ObjectNode) deployment.at("/spec/template/spec");
        pod.put("terminationGracePeriod", 60);

        assertTrue(ClusterSchema.complaint(deployment).contains("terminationGracePeriod"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/dev", "overlays/prod"})
    void areWhatKubectlMakesOfThem(String folder) throws Exception {
        assumeTrue(
                onPath("kubectl"), "kubectl is not installed: our renderer is not held against it");

        var kubectl =
                new ProcessBuilder("kubectl", "kustomize", K8S.resolve(folder).toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var theirs =
                Manifests.parse(
                        new String(
                                kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8));

        assertEquals(theirs.byName(), Kustomization.build(K8S.resolve(folder)).byName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/dev", "overlays/prod"})
    void makeEveryPodOfOursRestricted(String folder) {
        assertRestricted(Kustomization.build(K8S.resolve(folder)));
    }

    @Test
    void keepNoSecretInTheBase() {
        assertEquals(0, Kustomization.build(K8S.resolve("base")).ofKind("Secret").count());
    }

    @Test
    void drainLongerThanTheServiceTakesToStop() {
        var base = Kustomization.build(K8S.resolve("base"));
        for (String role : List.of("api", "worker")) {
            var name = "image-service-" + role;
            var grace =
                    base.one("Deployment", name)
                            .at("/spec/template/spec/terminationGracePeriodSeconds")
                            .asInt();
            var stop =
                    base.environment("Deployment", name)
                            .get("QUARKUS_SHUTDOWN_TIMEOUT")
                            .replace("s", "");

            assertTrue(grace > Integer.parseInt(stop) + 5, role);
        }
    }

    @Test
    void openTheTokenIssuerToApiPodsOnly() {
        for (JsonNode policy :
                Kustomization.build(K8S.resolve("base")).ofKind("NetworkPolicy").toList()) {
            var outside = policy.at("/spec/egress").findValues("ipBlock");
            var component =
                    policy.at("/spec/podSelector/matchLabels")
                            .path("app.kubernetes.io/component")
                            .asText();
            assertTrue(outside.isEmpty() || component.equals("api"), Manifests.name(policy));
        }
    }

    @Test
    void letKedaTakeThePlaceOfTheWorkersAutoscaler() {
        var prod = Kustomization.build(K8S.resolve("overlays/prod"));

        assertEquals(1, prod.ofKind("ScaledObject").count());
        assertEquals(
                List.of("image-service-api"),
                prod.ofKind("HorizontalPodAutoscaler").map(Manifests::name).toList());
        assertFalse(prod.one("Deployment", "image-service-worker").at("/spec").has("replicas"));
    }

    static void assertRestricted(Manifests manifests) {
        for (JsonNode pod : manifests.podSpecs().toList()) {
            assertTrue(pod.at("/securityContext/runAsNonRoot").asBoolean());
            assertEquals("RuntimeDefault", pod.at("/securityContext/seccompProfile/type").asText());
            assertFalse(pod.path("automountServiceAccountToken").asBoolean(true));
            for (JsonNode container : pod.path("containers")) {
                var security = container.path("securityContext");
                assertFalse(security.path("allowPrivilegeEscalation").asBoolean(true));
                assertEquals("ALL", security.at("/capabilities/drop/0").asText());
                var ours = container.path("name").asText().equals("image-service");
                assertTrue(!ours || security.path("readOnlyRootFilesystem").asBoolean());
            }
        }
    }

    private static boolean onPath(String command) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, command))) {
                return true;
            }
        }
        return false;
    }
}
