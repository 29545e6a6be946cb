package io.imageservice.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ComposeTest {
    private static final Pattern REQUIRED = Pattern.compile("\\$\\{([A-Z0-9_]+):\\?");
    private static final Pattern SET = Pattern.compile("(?m)^([A-Z0-9_]+)=");

    private final JsonNode compose = Manifests.read(Path.of("compose.yaml")).documents().getFirst();

    @Test
    void putsThreeApiContainersAndAWorkerBehindNginx() {
        assertEquals(3, service("api").at("/deploy/replicas").asInt());
        assertEquals("api", environment("api", "IMAGES_ROLE"));
        assertEquals("worker", environment("worker", "IMAGES_ROLE"));
        assertTrue(
                service("api").path("ports").isMissingNode(),
                "only nginx has a port to the outside");
    }

    @Test
    void startsTheServiceWhenSchemaTopicsAndBucketAreThere() {
        for (String name : new String[] {"api", "worker"}) {
            var condition = service(name).at("/depends_on/migrate/condition").asText();

            assertEquals("service_completed_successfully", condition, name);
        }
    }

    @Test
    void namesInTheExampleWhatItCannotDoWithout() throws IOException {
        var needed = names(REQUIRED, Files.readString(Path.of("compose.yaml")));
        needed.removeAll(names(SET, Files.readString(Path.of(".env.example"))));

        assertEquals(new TreeSet<>(), needed);
    }

    @Test
    void leavesPasswordsToTheOneWhoInstalls() throws IOException {
        var example = Files.readString(Path.of(".env.example"));

        for (String secret : new String[] {"POSTGRES_PASSWORD", "S3_ACCESS_KEY", "S3_SECRET_KEY"}) {
            assertTrue(example.contains(secret + "=\n"), secret);
        }
    }

    @Test
    void letsDrawingWaitWhereProcessorsAreShort() {
        assertTrue(service("worker").path("cpu_shares").asInt(1024) < 1024);
        assertTrue(service("api").path("cpu_shares").isMissingNode());
    }

    private JsonNode service(String name) {
        return compose.path("services").path(name);
    }

    /// One value of a service's environment. The YAML reader has merged `<<` already.
    private String environment(String service, String key) {
        return service(service).path("environment").path(key).asText();
    }

    private static TreeSet<String> names(Pattern pattern, String text) {
        var names = new TreeSet<String>();
        pattern.matcher(text).results().forEach(match -> names.add(match.group(1)));
        return names;
    }
}
