package io.imageservice.platform;

import static org.awaitility.Awaitility.await;

import io.imageservice.stack.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// What [ApiRoleTest] does not find is found where the role is another: so its test can fail.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(WorkerRoleTest.Worker.class)
class WorkerRoleTest {
    private static final String GROUP = "worker-role-test";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    public static class Worker implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("images.role", "worker", "images.kafka.group", GROUP);
        }
    }

    @Test
    void holdsThePartitionsOfTheTasks() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            await().atMost(Duration.ofSeconds(60)).until(() -> partitions(admin) == 12);
        }
    }

    private static int partitions(Admin admin) throws Exception {
        return admin
                .describeConsumerGroups(List.of(GROUP))
                .all()
                .get()
                .get(GROUP)
                .members()
                .stream()
                .mapToInt(member -> member.assignment().topicPartitions().size())
                .sum();
    }
}
