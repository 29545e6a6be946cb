package io.imageservice.page;

import static org.awaitility.Awaitility.await;

import io.imageservice.app.App;
import io.imageservice.app.AppOptions;
import io.imageservice.stack.Servers;
import io.imageservice.stack.Stack;
import io.imageservice.stack.StackOptions;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The service the browser talks to: one for all tests of this package; it ends with the JVM.
final class Served {
    private static Served only;

    private final Stack stack = Stack.start(StackOptions.forTests());
    private final App app = App.start(stack, AppOptions.role("all"));
    private @Nullable App other;
    private @Nullable App keyed;

    private Served() {}

    static synchronized Served get() {
        if (only == null) {
            only = new Served();
        }
        return only;
    }

    App app() {
        return app;
    }

    /// A second pod, started at the first call.
    synchronized App other() {
        if (other == null) {
            other = App.start(stack, AppOptions.role("api"));
        }
        return other;
    }

    /// A pod that asks for API keys, started at the first call.
    synchronized App keyed() {
        if (keyed == null) {
            keyed = App.start(stack, AppOptions.role("api").with("IMAGES_AUTH", "keys"));
        }
        return keyed;
    }

    /// A new API key, made through the pod that asks for none.
    String key(String... scopes) {
        return RestAssured.given()
                .contentType("application/json")
                .body(Map.of("name", "page", "scopes", scopes))
                .post(origin() + "/api/v1/admin/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    String origin() {
        return app.url().toString();
    }

    Connection database() throws Exception {
        return Servers.database(stack);
    }

    JsonPath get(String path) {
        return RestAssured.given().accept("application/json").get(origin() + path).jsonPath();
    }

    /// Uploads so many different pictures and gives their ids.
    List<String> upload(String category, int count) {
        return upload(app, category, count);
    }

    List<String> upload(App pod, String category, int count) {
        var request = RestAssured.given().multiPart("category", category);
        for (int i = 0; i < count; i++) {
            var file = Pictures.jpeg("%s-%d.jpg".formatted(category.toLowerCase(), i), i);
            request.multiPart("files", file.name(), file.bytes(), file.type());
        }
        return request.post(pod.url() + "/api/v1/images")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    List<String> ready(String category, int count) {
        List<String> ids = upload(category, count);
        ids.forEach(id -> awaitStatus(id, "READY"));
        return ids;
    }

    /// Ties the images to a reference, in this order.
    void confirm(List<String> ids, String reference) {
        RestAssured.given()
                .contentType("application/json")
                .body(Map.of("imageIds", ids, "referenceId", reference))
                .post(origin() + "/api/v1/images/confirm")
                .then()
                .statusCode(200);
    }

    void awaitStatus(String id, String status) {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> status.equals(get("/api/v1/images/" + id + "/status").get("status")));
    }
}
