package io.imageservice.access;

import static io.imageservice.access.Scope.CONFIRM;
import static io.imageservice.access.Scope.READ;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.access.EndpointTable.Row;
import io.imageservice.engine.fixtures.Jpegs;
import io.imageservice.engine.fixtures.Scene;
import io.imageservice.stack.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every endpoint: 401 without a credential, 403 with every scope but its own, and with its own it
/// works. An endpoint that is not in the table fails the test.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(Locked.class)
class EveryEndpointTest {
    private static final byte[] JPEG = Jpegs.of(Scene.rgb(40, 30));

    @Inject ApiKeys keys;

    @TestHTTPResource("/")
    URI service;

    static Stream<Row> everything() {
        return Stream.concat(EndpointTable.rows().stream(), EndpointTable.others().stream());
    }

    @Test
    void theTableNamesEveryEndpoint() {
        var named = new TreeSet<>(EndpointTable.rows().stream().map(Row::endpoint).toList());

        assertEquals(Endpoints.all(), named);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void isOpenToItsScopeAlone(Row row) throws Exception {
        boolean needs = row.path().contains("IMAGE") || CONFIRM.equals(row.scope());
        String image =
                needs ? Visitor.everything(keys, "every").uploads(JPEG, "GENERAL") : "nothing";
        if (row.scope() == null) {
            assertEquals(row.works(), Knock.at(service, row, image, null).status());
            return;
        }
        String[] others =
                Scope.ALL.stream().filter(s -> !s.equals(row.scope())).toArray(String[]::new);

        var without = Knock.at(service, row, image, null);
        var wrong = Knock.at(service, row, image, Visitor.of(keys, "every", others));
        var right = Knock.at(service, row, image, Visitor.of(keys, "every", row.scope()));

        assertEquals(401, without.status(), without.body());
        assertTrue(without.body().contains("\"code\":\"UNAUTHORIZED\""), without.body());
        assertTrue(without.challenge().startsWith("Bearer"), without.challenge());
        assertEquals(403, wrong.status(), wrong.body());
        assertTrue(wrong.body().contains("\"code\":\"FORBIDDEN\""), wrong.body());
        assertEquals(row.works(), right.status(), right.body());
    }

    @Test
    void aScopeGivesNoOther() {
        var reader = Visitor.of(keys, "every", READ);

        reader.sends(JPEG, "GENERAL").post("/api/v1/images").then().statusCode(403);
    }
}
