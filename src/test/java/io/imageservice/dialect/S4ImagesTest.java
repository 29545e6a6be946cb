package io.imageservice.dialect;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.imageservice.asset.TestImages;
import io.imageservice.stack.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Every status in S4's words.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class S4ImagesTest {
    @Inject TestImages images;

    @Test
    void callsWhatWaitsProcessing() {
        asked(images.temp("GENERAL", null))
                .body("status", equalTo("PROCESSING"))
                .body("thumbnails", anEmptyMap());
    }

    @Test
    void callsWhatIsReadyDoneAndSaysWhereItsThumbnailsAre() {
        UUID id = images.ready("GENERAL");

        asked(id)
                .body("id", equalTo(id.toString()))
                .body("status", equalTo("DONE"))
                .body("original_url", startsWith("http"))
                .body("thumbnails.'100x100'", endsWith("100x100"));
    }

    @Test
    void callsWhatFailedAnError() {
        asked(images.failed("GENERAL"))
                .body("status", equalTo("ERROR"))
                .body("thumbnails", anEmptyMap());
    }

    @Test
    void forgetsWhatWasDeleted() {
        UUID id = images.ready("GENERAL");
        when().delete("/api/v1/images/" + id).then().statusCode(202);

        when().get("/images/" + id).then().statusCode(404);
    }

    private static ValidatableResponse asked(UUID id) {
        return when().get("/images/" + id).then().statusCode(200);
    }
}
