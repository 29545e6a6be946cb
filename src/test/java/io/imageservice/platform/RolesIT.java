package io.imageservice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.app.App;
import io.imageservice.app.AppOptions;
import io.imageservice.stack.Stack;
import io.imageservice.stack.StackOptions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// One build, told by its environment what to be. The tests follow a cluster's first minutes.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RolesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private static Stack stack;

    @BeforeAll
    static void start() {
        stack = Stack.start(StackOptions.forTests());
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    @Order(1)
    void anApiPodRefusesASchemaNobodyHasMigrated() {
        App api = App.launch(stack, AppOptions.role("api").with("IMAGES_START_PATIENCE", "2s"));

        assertRefused(api, "the schema is older than this build needs; run the role migrate");
    }

    @Test
    @Order(2)
    void migrateThatCannotReachItsDatabaseSaysSoAndFails() {
        App migrate =
                App.launch(
                        stack,
                        AppOptions.role("migrate")
                                .with("IMAGES_START_PATIENCE", "1s")
                                .with(
                                        "QUARKUS_DATASOURCE_JDBC_URL",
                                        "jdbc:postgresql://127.0.0.1:1/images"));

        assertRefused(migrate, "the schema could not be migrated");
    }

    @Test
    @Order(3)
    void migratePreparesSchemaTopicsAndBucketAndEnds() throws Exception {
        App migrate = App.launch(stack, AppOptions.role("migrate"));

        assertTrue(migrate.process().awaitEnd(PATIENCE), migrate.log());
        assertEquals(0, migrate.process().exitCode(), migrate.log());
        assertTrue(topics().contains("user-background-image-changed"), topics().toString());
        assertFalse(migrate.log().contains("Listening on: http"), "it opens no port");
        assertFalse(migrate.log().contains("ERROR"), migrate.log());
    }

    @Test
    @Order(4)
    void aRoleNobodyKnowsIsRefused() {
        for (String role : Set.of("Worker", "painter")) {
            App app = App.launch(stack, AppOptions.role(role));

            assertRefused(app, "IMAGES_ROLE is not one of api, worker, all, migrate: " + role);
            assertEquals(
                    1, app.log().lines().filter(line -> line.contains(role)).count(), app::log);
        }
    }

    @Test
    @Order(5)
    void aPixelPoolBelowTheLargestImageIsRefused() {
        App app = App.launch(stack, AppOptions.role("worker").with("IMAGES_WORKER_PIXELS", "1000"));

        assertRefused(app, "IMAGES_WORKER_PIXELS is less than IMAGES_UPLOAD_MAX_PIXELS");
    }

    @Test
    @Order(6)
    void aLeaseOfTheRelayThatIsNoLongerThanASendIsRefused() {
        App app = App.launch(stack, AppOptions.role("api").with("IMAGES_KAFKA_RELAY_LEASE", "30s"));

        assertRefused(app, "images.kafka.relay.lease must be longer than or equal to 31 seconds");
    }

    /// It ends by itself with the sentence, and no stack trace of it.
    private static void assertRefused(App app, String sentence) {
        assertTrue(app.process().awaitEnd(PATIENCE), app.log());
        assertEquals(1, app.process().exitCode(), app::log);
        assertTrue(app.log().contains(sentence), app.log());
        assertFalse(app.log().contains("StartRefusedException"), app.log());
    }

    private static Set<String> topics() throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", stack.kafka().bootstrapServers());
        try (var admin = Admin.create(settings)) {
            return admin.listTopics().names().get();
        }
    }
}
