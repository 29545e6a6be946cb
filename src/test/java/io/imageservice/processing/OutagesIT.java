package io.imageservice.processing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.imageservice.app.App;
import io.imageservice.app.AppOptions;
import io.imageservice.stack.Part;
import io.imageservice.stack.Stack;
import io.imageservice.stack.StackOptions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What was taken in is rendered, whatever goes away meanwhile; and no attempt is counted for it.
class OutagesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private static Stack stack;
    private static App app;

    @BeforeAll
    static void start() {
        stack = Stack.start(StackOptions.forTests());
        app = App.start(stack, AppOptions.role("all"));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PostgreSQL", "Kafka", "S3", "Redis"})
    void aPartThatIsAwayForAWhileCostsNoImageAndNoAttempt(String name) throws Exception {
        Part part = part(name);
        List<String> ids = upload(12);

        part.kill();
        Thread.sleep(8_000);
        part.start();

        assertEnded(ids);
    }

    @Test
    void aProcessToldToEndEndsItsJobsOrHandsThemBack() {
        List<String> ids = upload(20);

        app.terminate();
        app.restart();

        assertEnded(ids);
    }

    private static void assertEnded(List<String> ids) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> ids.stream().allMatch(id -> "READY".equals(status(id, "status"))));
        for (String id : ids) {
            assertEquals("1", status(id, "attempts"), id);
            assertEquals(
                    2,
                    given().get(app.url() + "/api/v1/images/" + id + "/history")
                            .jsonPath()
                            .getList("$")
                            .size());
        }
    }

    private static List<String> upload(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        given().multiPart("file", i + ".jpg", Pictures.jpeg(1500 + i, 1000))
                                .post(app.url() + "/api/v1/images")
                                .then()
                                .statusCode(202)
                                .extract()
                                .<String>path("id"))
                .toList();
    }

    private static String status(String id, String field) {
        return String.valueOf(
                given().get(app.url() + "/api/v1/images/" + id + "/status")
                        .jsonPath()
                        .<Object>get(field));
    }

    private static Part part(String name) {
        return Stream.of(stack.postgres(), stack.kafka(), stack.s3(), stack.redis())
                .filter(part -> part.name().equals(name))
                .map(Part.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
