package io.imageservice.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.imageservice.error.ServiceException;
import io.imageservice.stack.StackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The life of an API key.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(Locked.class)
class KeysTest {
    private static final String KEYS = "/api/v1/admin/keys";
    private static final String DOOR = "/api/v1/enums/extensions";

    @Inject ApiKeys keys;
    @Inject EntityManager entities;

    @Test
    void isMadeListedUsedAndRevoked() {
        var admin = Visitor.of(keys, "operator", Scope.ADMIN);
        JsonPath made = made(admin, "shop");
        String id = made.getString("id");
        var shop = new Visitor(made.getString("key"));

        shop.asks().get(DOOR).then().statusCode(200);
        admin.asks()
                .get(KEYS)
                .then()
                .statusCode(200)
                .body("id", hasItem(id))
                .body("find { it.id == '" + id + "' }.principal", equalTo("the-shop"))
                .body("find { it.id == '" + id + "' }.createdBy", equalTo("operator"))
                .body("find { it.id == '" + id + "' }.lastUsedAt", notNullValue());
        admin.asks().delete(KEYS + "/" + id).then().statusCode(200);
        shop.asks().get(DOOR).then().statusCode(401);
        admin.asks().delete(KEYS + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void itsSecretIsToldOnceAndKeptAsAHash() {
        var admin = Visitor.of(keys, "operator", Scope.ADMIN);
        String secret = made(admin, "told-once").getString("key");

        String listed = admin.asks().get(KEYS).asString();
        List<?> kept =
                QuarkusTransaction.requiringNew()
                        .call(() ->
                                entities.createNativeQuery(
                                                "select row_to_json(k)::text from api_keys k")
                                        .getResultList());

        assertFalse(listed.contains(secret));
        assertFalse(kept.toString().contains(secret));
        assertFalse(kept.toString().contains(secret.substring(ApiKeys.PREFIX.length())));
    }

    @Test
    void itEnds() {
        UUID id = keys.create(new KeyRequest("short", null, List.of(Scope.READ), null), "t").id();
        var visitor = Visitor.of(keys, "short", Scope.READ);
        visitor.asks().get(DOOR).then().statusCode(200);

        QuarkusTransaction.requiringNew()
                .run(() ->
                        ApiKey.update(
                                "expiresAt = ?1 where principal = 'short'",
                                OffsetDateTime.now().minusSeconds(1)));

        visitor.asks().get(DOOR).then().statusCode(401);
        assertEquals(1, keys.list().stream().filter(key -> key.id().equals(id)).toList().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer imgk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "Bearer ",
                "Bearer x",
                "Basic dXNlcjpwYXNz",
                "imgk_"
            })
    void whatIsNoKeyOfOursIsNotLetIn(String authorization) {
        given().header("Authorization", authorization)
                .get(DOOR)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("UNAUTHORIZED"))
                .body("detail", equalTo("a valid credential is needed"));
    }

    @Test
    void refusesAKeyNobodyCouldUse() {
        Instant past = Instant.now().minusSeconds(1);
        for (var wrong :
                List.of(
                        new KeyRequest(null, null, List.of(Scope.READ), null),
                        new KeyRequest("x".repeat(101), null, List.of(Scope.READ), null),
                        new KeyRequest("n", null, List.of(), null),
                        new KeyRequest("n", null, List.of("images:everything"), null),
                        new KeyRequest("n", "anonymous", List.of(Scope.READ), null),
                        new KeyRequest("n", null, List.of(Scope.READ), past))) {
            assertThrows(ServiceException.class, () -> keys.create(wrong, "t"));
        }
    }

    private static JsonPath made(Visitor admin, String name) {
        return admin.asks()
                .contentType("application/json")
                .body(Map.of("name", name, "principal", "the-shop", "scopes", List.of(Scope.READ)))
                .post(KEYS)
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .header("Location", not(equalTo("")))
                .body("key", matchesPattern("imgk_[A-Za-z0-9_-]{43}"))
                .extract()
                .jsonPath();
    }
}
