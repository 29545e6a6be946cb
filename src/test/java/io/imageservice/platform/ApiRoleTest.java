package io.imageservice.platform;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.imageservice.stack.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// The same build as every other test, told to be an api pod.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(ApiRoleTest.Api.class)
class ApiRoleTest {
    private static final String GROUP = "api-role-test";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    public static class Api implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("images.role", "api", "images.kafka.group", GROUP);
        }
    }

    @Test
    void holdsNoPartition() throws Exception {
        given().get("/api/v1/enums/extensions").then().statusCode(200);

        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            List<String> joined =
                    admin.listGroups().all().get().stream()
                            .map(GroupListing::groupId)
                            .filter(group -> group.startsWith(GROUP))
                            .toList();
            assertEquals(List.of(), joined);
        }
    }
}
