package io.imageservice.upload;

import static io.imageservice.Uploads.PATH;
import static io.imageservice.Uploads.file;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.engine.fixtures.Jpegs;
import io.imageservice.engine.fixtures.Scene;
import io.imageservice.stack.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class IdempotencyTest {
    private static final byte[] JPEG = Jpegs.of(Scene.rgb(60, 40));
    private static final byte[] OTHER = Jpegs.of(Scene.rgb(40, 60));

    private final String key = UUID.randomUUID().toString();

    @Test
    void answersTheSameRequestAsTheFirstTime() {
        Response first = upload(key, JPEG);
        Response again = upload(key, JPEG);

        assertEquals(202, again.statusCode());
        assertEquals(first.body().asString(), again.body().asString());
        assertEquals(first.header("Location"), again.header("Location"));
    }

    @Test
    void refusesTheKeyForOtherBytes() {
        upload(key, JPEG);

        upload(key, OTHER).then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void refusesTheKeyForOtherFields() {
        upload(key, JPEG);

        file("photo.jpg", JPEG)
                .multiPart("uploaderId", "another")
                .header("Idempotency-Key", key)
                .post(PATH)
                .then()
                .statusCode(422);
    }

    @Test
    void keepsARefusalAsTheAnswer() {
        Response first = upload(key, new byte[] {1, 2, 3});
        Response again = upload(key, new byte[] {1, 2, 3});

        first.then().statusCode(400).body("code", equalTo("INVALID_FILE_CONTENT"));
        assertEquals(first.body().asString(), again.body().asString());
        again.then().contentType("application/problem+json");
    }

    @Test
    void takesEachKeyForItself() {
        String one = upload(key, JPEG).path("id");
        String other = upload(UUID.randomUUID().toString(), JPEG).path("id");

        assertTrue(!one.equals(other), one);
    }

    @Test
    void makesOneImageOfManyRequestsAtOnce() throws Exception {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Response>> requests =
                    IntStream.range(0, 10)
                            .<Callable<Response>>mapToObj(i -> () -> upload(key, JPEG))
                            .toList();

            List<Response> answers =
                    clients.invokeAll(requests).stream().map(Future::resultNow).toList();

            Set<Integer> statuses =
                    answers.stream().map(Response::statusCode).collect(Collectors.toSet());
            Set<String> ids =
                    answers.stream()
                            .filter(answer -> answer.statusCode() == 202)
                            .map(answer -> answer.<String>path("id"))
                            .collect(Collectors.toSet());
            assertEquals(1, ids.size(), ids.toString());
            assertTrue(Set.of(202, 409).containsAll(statuses), statuses.toString());
        }
    }

    private static Response upload(String key, byte[] bytes) {
        return file("photo.jpg", bytes).header("Idempotency-Key", key).post(PATH);
    }
}
