package io.imageservice.app;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.imageservice.stack.Part;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The health pages of S2 and S4 while each server is away: only database and storage make the
/// service unhealthy.
class HealthIT {
    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(Cluster.stack(), AppOptions.role("api"));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({
        "PostgreSQL, database, db, 503",
        "S3, storage, storage, 503",
        "Redis, redis, redis, 200",
        "Kafka, kafka, kafka, 200"
    })
    void saysWhoIsAway(String server, String service, String component, int status) {
        Part part =
                Cluster.stack().parts().stream()
                        .filter(p -> p.name().contains(server))
                        .findFirst()
                        .orElseThrow();
        boolean well = status == 200;
        awaitService(service, true);
        part.stop();
        try {
            awaitService(service, false);

            get("/health", "application/json")
                    .then()
                    .statusCode(status)
                    .contentType("application/json")
                    .body("status", equalTo(well ? "healthy" : "unhealthy"))
                    .body("services.size()", equalTo(4))
                    .body("services." + service, equalTo(false))
                    .body("timestamp", endsWith("Z"));
            get("/health", "text/plain")
                    .then()
                    .statusCode(status)
                    .body(equalTo(well ? "Server is up" : "Server is down"));
            get("/actuator/health", "application/json")
                    .then()
                    .statusCode(status)
                    .body("status", equalTo(well ? "UP" : "DOWN"))
                    .body("components." + component + ".status", equalTo("DOWN"))
                    .body("components.diskSpace.status", equalTo("UP"));
            assertEquals(200, get("/actuator/info", "application/json").statusCode());
            assertEquals(200, get("/q/health/live", "application/json").statusCode());
        } finally {
            part.start();
        }
        awaitService(service, true);
        get("/health", "application/json").then().statusCode(200);
    }

    private static void awaitService(String service, boolean up) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        get("/health", "application/json")
                                .then()
                                .body("services." + service, equalTo(up)));
    }

    private static Response get(String path, String accept) {
        return given().baseUri(app.url().toString()).accept(accept).get(path);
    }
}
