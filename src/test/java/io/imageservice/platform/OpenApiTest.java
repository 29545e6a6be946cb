package io.imageservice.platform;

import static io.imageservice.Uploads.PATH;
import static io.imageservice.Uploads.file;
import static io.imageservice.Uploads.settled;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imageservice.engine.fixtures.Jpegs;
import io.imageservice.engine.fixtures.Scene;
import io.imageservice.stack.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What `/q/openapi` says is what the service does.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OpenApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] JPEG = Jpegs.of(Scene.rgb(31, 47));
    private static final String LINKS = "/api/v1/products/{productId}/images";

    private DocumentedApi api;

    @BeforeEach
    void read() throws IOException {
        api = new DocumentedApi(JSON.readTree(given().get("/q/openapi?format=json").asString()));
    }

    @Test
    void everyOperationSaysWhatItAnswersAndHowItRefuses() {
        Map<String, JsonNode> operations = api.operations("/api/v1/");
        assertTrue(operations.size() > 20, "it read the document");

        operations.forEach((name, operation) -> {
            assertTrue(api.answers(operation), name);
            assertTrue(api.refuses(operation, "503"), name);
        });
    }

    @Test
    void everyUploadTakesAFormWithAFile() {
        var uploads = api.operations("/");
        uploads.values().removeIf(operation -> api.form(operation).isMissingNode());

        assertEquals(
                Set.of(
                        "post " + PATH,
                        "post " + LINKS,
                        "post /upload",
                        "post /api/upload",
                        "post /api/images",
                        "post /images"),
                uploads.keySet());
        uploads.forEach((name, operation) ->
                assertEquals(
                        "binary",
                        api.resolved(api.form(operation).at("/properties/file"))
                                .path("format")
                                .asText(),
                        name));
    }

    @Test
    void whatIsAnsweredIsWhatIsDocumented() throws IOException {
        Response uploaded = settled(file("photo.jpg", JPEG));
        String id = uploaded.path("id");
        String image = PATH + "/" + id;

        answersAsDocumented("post " + PATH, "200", uploaded);
        answersAsDocumented("post " + PATH, "202", file("photo.jpg", JPEG).post(PATH));
        answersAsDocumented("post /api/upload", "202", file("a.jpg", JPEG).post("/api/upload"));
        answersAsDocumented("get " + PATH + "/{id}", "200", json().get(image));
        answersAsDocumented("get " + PATH + "/{id}/status", "200", json().get(image + "/status"));
        answersAsDocumented("get " + PATH + "/{id}/history", "200", json().get(image + "/history"));
        answersAsDocumented("get " + PATH, "200", json().get(PATH));
        answersAsDocumented("get /images/{id}", "200", json().get("/images/" + id));

        String set = "/api/v1/references/{category}/{referenceId}/images";
        String reference = "openapi-" + id;
        given().post(PATH + "/confirm/" + reference + "?imageId=" + id).then().statusCode(200);
        String found = "/api/v1/references/GENERAL/" + reference + "/images";
        answersAsDocumented("get " + set, "200", json().get(found));
        answersAsDocumented("delete " + PATH + "/{id}", "202", given().delete(image));
    }

    @Test
    void aRefusalIsWhatIsDocumented() throws IOException {
        String status = PATH + "/{id}/status";

        answersAsDocumented("get " + status, "404", json().get(status, UUID.randomUUID()));
        answersAsDocumented("get " + PATH, "400", json().get(PATH + "?limit=101"));
        answersAsDocumented("get " + LINKS, "404", json().get(LINKS, UUID.randomUUID()));
        answersAsDocumented("post " + PATH, "400", given().multiPart("x", "y").post(PATH));
    }

    @Test
    void everyExampleIsOneOfItsSchema() {
        Map<String, JsonNode> examples = api.examples();

        assertTrue(
                examples.keySet()
                        .containsAll(
                                List.of("UploadAnswer", "ImageView", "StatusView", "ProductLinks")),
                examples.keySet().toString());
        examples.forEach((schema, example) ->
                assertEquals(Set.of(), api.complaints(example, api.schema(schema)), schema));
        api.refusals()
                .forEach((code, example) ->
                        assertEquals(
                                Set.of(), api.complaints(example, api.schema("Problem")), code));
    }

    @Test
    void onlyRequestsLeaveEverythingOpen() {
        assertEquals(Set.of("Upload", "ConfirmRequest", "KeyRequest"), api.open());
    }

    @Test
    void noTypeIsDocumentedThatIsNobodysBusiness() {
        var internal = Set.of("Path", "FileSystem", "UploadForm", "Incoming", "OutboundSseEvent");
        assertTrue(Collections.disjoint(api.schemas(), internal), api.schemas().toString());
        assertEquals(Set.of(), api.unused());
    }

    private void answersAsDocumented(String operation, String status, Response answer)
            throws IOException {
        assertEquals(status, String.valueOf(answer.statusCode()), operation);
        JsonNode schema = api.answer(operation, status, answer.contentType());
        JsonNode body = JSON.readTree(answer.asString());
        assertEquals(Set.of(), api.complaints(body, schema), operation);
    }

    private static RequestSpecification json() {
        return given().accept("application/json");
    }
}
