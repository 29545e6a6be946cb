package io.imageservice.access;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.imageservice.engine.fixtures.Jpegs;
import io.imageservice.engine.fixtures.Scene;
import io.imageservice.stack.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `images.auth=oidc`, with tokens of an issuer that is a process of its own.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(TokensTest.Tokens.class)
class TokensTest {
    private static final byte[] JPEG = Jpegs.of(Scene.rgb(44, 33));
    private static final String LIST = "/api/v1/images";

    @ConfigProperty(name = "issuer.url")
    String issuer;

    public static class Tokens implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "images.auth", "oidc",
                    "images.owner-isolation", "on",
                    "images.kafka.group", "tokens-test",
                    "quarkus.oidc.token.forced-jwk-refresh-interval", "1s",
                    "quarkus.http.auth.roles-mapping.\"photo-editors\"",
                            "images:read,images:write");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(IssuerResource.class));
        }
    }

    @Test
    void aTokenDoesWhatItsScopesSay() {
        var reader = token("sub=ann&scope=openid+images:read");

        asks(reader).get(LIST).then().statusCode(200);
        asks(reader)
                .multiPart("file", "a.jpg", JPEG, "image/jpeg")
                .post(LIST)
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
        asks(token("sub=ann")).get(LIST).then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seconds=-60",
                "aud=somebody-else",
                "iss=http://127.0.0.1:1",
                "alg=none",
                "alg=HS256",
                "key=stranger"
            })
    void aTokenThatIsNotForUsOrNotOfTheIssuerOrOverIsNotTaken(String wrong) {
        asks(token("sub=ann&scope=images:read&" + wrong))
                .get(LIST)
                .then()
                .statusCode(401)
                .contentType(startsWith("application/problem+json"))
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("code", equalTo("UNAUTHORIZED"));
    }

    @Test
    void whatIsNoTokenIsNotTaken() {
        for (String text : List.of("x", "a.b.c", "imgk_AAAA", "")) {
            asks(text).get(LIST).then().statusCode(401);
        }
        given().get(LIST).then().statusCode(401);
    }

    @Test
    void theIssuersNewKeyIsTakenAndItsOldOneIsNot() {
        var before = token("sub=ann&scope=images:read");
        asks(before).get(LIST).then().statusCode(200);

        given().baseUri(issuer).get("/rotate").then().statusCode(200);

        var after = token("sub=ann&scope=images:read");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> asks(after).get(LIST).statusCode() == 200);
        asks(before).get(LIST).then().statusCode(401);
    }

    @Test
    void rolesOfTheIssuersOwnNamingBecomeScopes() {
        asks(token("sub=ann&scope=photo-editors")).get(LIST).then().statusCode(200);
        asks(token("sub=ann&scope=photo-viewers")).get(LIST).then().statusCode(403);
    }

    @Test
    void theOwnerIsTheSubject() {
        String scopes = "&scope=images:read+images:write";
        String hers =
                asks(token("sub=ann" + scopes))
                        .multiPart("file", "a.jpg", JPEG, "image/jpeg")
                        .post(LIST)
                        .path("id");

        asks(token("sub=ann" + scopes)).get(LIST + "/" + hers + "/status").then().statusCode(200);
        asks(token("sub=bob" + scopes)).get(LIST + "/" + hers + "/status").then().statusCode(404);
    }

    @Test
    void healthAsksForNone() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(401);
        asks(token("scope=images:admin")).get("/q/metrics").then().statusCode(200);
    }

    private String token(String asked) {
        return given().urlEncodingEnabled(false)
                .baseUri(issuer)
                .get("/token?" + asked)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static RequestSpecification asks(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
