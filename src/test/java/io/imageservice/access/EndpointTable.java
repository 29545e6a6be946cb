package io.imageservice.access;

import static io.imageservice.access.Scope.ADMIN;
import static io.imageservice.access.Scope.CONFIRM;
import static io.imageservice.access.Scope.DELETE;
import static io.imageservice.access.Scope.READ;
import static io.imageservice.access.Scope.WRITE;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who may what: every endpoint with the scope it needs.
final class EndpointTable {
    private static final String NOBODY = UUID.randomUUID().toString();

    private EndpointTable() {}

    /// @param endpoint as [Endpoints] names it
    /// @param scope it needs; null = none
    /// @param path with real values; `IMAGE` stands for a READY image of the caller's
    /// @param works the status with the right scope
    record Row(String endpoint, @Nullable String scope, String path, int works) {
        static Row of(String endpoint, @Nullable String scope, int works) {
            return new Row(endpoint, scope, endpoint.split(" ")[1].replace("{id}", "IMAGE"), works);
        }

        static Row at(String endpoint, @Nullable String scope, String path, int works) {
            return new Row(endpoint, scope, path, works);
        }

        String verb() {
            return endpoint.split(" ")[0];
        }

        @Override
        public String toString() {
            return endpoint;
        }
    }

    static List<Row> rows() {
        String product = "/api/v1/products/" + NOBODY + "/images";
        String letter = "/api/v1/admin/dead-letters/" + NOBODY;
        return List.of(
                Row.of("GET /api/v1/images", READ, 200),
                Row.of("POST /api/v1/images", WRITE, 202),
                Row.of("GET /api/v1/images/{id}", READ, 200),
                Row.of("GET /api/v1/images/{id}/content", READ, 200),
                Row.of("GET /api/v1/images/{id}/status", READ, 200),
                Row.of("GET /api/v1/images/{id}/history", READ, 200),
                Row.of("GET /api/v1/images/{id}/events", READ, 200),
                Row.of("GET /api/v1/images/{id}/similar", READ, 200),
                Row.of("DELETE /api/v1/images/{id}", DELETE, 202),
                Row.at(
                        "POST /api/v1/images/confirm/{referenceId}",
                        CONFIRM,
                        "/api/v1/images/confirm/every-1?imageId=IMAGE",
                        200),
                Row.of("POST /api/v1/images/confirm", CONFIRM, 200),
                Row.at(
                        "GET /api/v1/references/{category}/{referenceId}/images",
                        READ,
                        "/api/v1/references/POST/nothing/images",
                        200),
                Row.at(
                        "PUT /api/v1/references/{category}/{referenceId}/images",
                        CONFIRM,
                        "/api/v1/references/GENERAL/every-2/images",
                        200),
                Row.at("POST /api/v1/products/{productId}/images", WRITE, product, 404),
                Row.at("GET /api/v1/products/{productId}/images", READ, product, 404),
                Row.of("GET /api/v1/enums/extensions", READ, 200),
                Row.of("GET /api/v1/enums/referenceType", READ, 200),
                Row.of("GET /api/v1/events", READ, 200),
                Row.of("GET /api/v1/admin/overview", ADMIN, 200),
                Row.of("GET /api/v1/admin/deletions", ADMIN, 200),
                Row.of("GET /api/v1/admin/dead-letters", ADMIN, 200),
                Row.at(
                        "POST /api/v1/admin/dead-letters/{id}/replay",
                        ADMIN,
                        letter + "/replay",
                        404),
                Row.at("DELETE /api/v1/admin/dead-letters/{id}", ADMIN, letter, 404),
                Row.of("GET /api/v1/admin/sweeps", ADMIN, 200),
                Row.at("POST /api/v1/admin/sweeps/{job}", ADMIN, "/api/v1/admin/sweeps/none", 404),
                Row.of("GET /api/v1/admin/keys", ADMIN, 200),
                Row.of("POST /api/v1/admin/keys", ADMIN, 201),
                Row.at(
                        "DELETE /api/v1/admin/keys/{id}",
                        ADMIN,
                        "/api/v1/admin/keys/" + NOBODY,
                        404),
                Row.of("POST /upload", WRITE, 202),
                Row.of("POST /api/upload", WRITE, 202),
                Row.of("GET /image/{id}", READ, 200),
                Row.of("DELETE /image/{id}", DELETE, 202),
                Row.of("GET /api/image/{id}", READ, 200),
                Row.of("DELETE /api/image/{id}", DELETE, 202),
                Row.of("GET /api/images", READ, 200),
                Row.of("POST /api/images", WRITE, 200),
                Row.of("GET /images", READ, 200),
                Row.of("POST /images", WRITE, 200),
                Row.of("GET /images/{id}", READ, 200),
                Row.at(
                        "GET /images/{category}/{year}/{month}/{day}/{file}",
                        null,
                        "/images/POST/2026/01/01/none.jpg",
                        404),
                Row.of("GET /health", null, 200),
                Row.of("GET /actuator/health", null, 200),
                Row.of("GET /actuator/info", null, 200),
                Row.of("GET /docs", null, 302));
    }

    /// What is not a resource of ours.
    static List<Row> others() {
        return List.of(
                Row.of("GET /q/metrics", ADMIN, 200),
                Row.of("GET /q/health/live", null, 200),
                Row.of("GET /q/health/ready", null, 200),
                Row.of("GET /q/openapi", null, 200),
                Row.of("GET /q/swagger-ui/", null, 200),
                Row.of("GET /", null, 200),
                Row.of("GET /ui/app.js", null, 200));
    }
}
