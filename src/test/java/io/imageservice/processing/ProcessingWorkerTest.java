package io.imageservice.processing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.image.Image;
import io.imageservice.image.ImageStatus;
import io.imageservice.image.StatusChange;
import io.imageservice.image.StoredObject;
import io.imageservice.stack.StackResource;
import io.imageservice.storage.ObjectStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ProcessingWorkerTest {
    @Inject ObjectStore store;

    @Test
    void rendersAnUploadAndStoresWhatItSaysItStored() {
        UUID id = upload("photo.jpg", Pictures.jpeg(1600, 900));

        assertEquals(ImageStatus.READY, ended(id).status());

        List<StoredObject> objects =
                QuarkusTransaction.requiringNew().call(() -> StoredObject.of(id));
        assertEquals(
                List.of("100x100", "1200x1200", "300x300", "main", "original"),
                objects.stream().map(o -> o.rendition).sorted().toList());
        for (StoredObject object : objects) {
            assertEquals(object.bytes, store.stat(object.key).orElseThrow().bytes(), object.key);
        }
    }

    @Test
    void saysWhyABrokenPictureFailed() {
        UUID id = upload("broken.png", Pictures.brokenPng());

        Image image = ended(id);

        assertEquals(ImageStatus.FAILED, image.status());
        assertEquals("IMAGE_PROCESSING_FAILED", image.errorCode);
        assertTrue(image.attempts <= 1, "a broken file is not tried again: " + image.attempts);
    }

    @Test
    void rendersEachPipelineOfAnUploadUnderItsOwnName() {
        UUID id =
                upload(
                        "photo.jpg",
                        Pictures.jpeg(400, 300),
                        "resize:200x200",
                        "thumbnail:50x50|format:png");

        assertEquals(ImageStatus.READY, ended(id).status());

        List<StoredObject> objects =
                QuarkusTransaction.requiringNew().call(() -> StoredObject.of(id));
        StoredObject second =
                objects.stream().filter(o -> o.rendition.equals("p2")).findFirst().orElseThrow();
        assertEquals("PNG", second.format);
        assertEquals(50, second.width);
        assertEquals(3, objects.size());
    }

    @Test
    void writesOneHistoryRowForEachStep() {
        UUID id = upload("photo.jpg", Pictures.jpeg(64, 64));

        ended(id);

        List<StatusChange> history =
                QuarkusTransaction.requiringNew().call(() -> StatusChange.of(id));
        assertEquals(
                List.of(ImageStatus.TEMP, ImageStatus.READY),
                history.stream().map(change -> change.newStatus).toList());
    }

    private static UUID upload(String name, byte[] bytes, String... pipelines) {
        var request = given().multiPart("file", name, bytes);
        for (String pipeline : pipelines) {
            request = request.multiPart("processing", pipeline);
        }
        return UUID.fromString(
                request.post("/api/v1/images").then().statusCode(202).extract().path("id"));
    }

    static Image ended(UUID id) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .call(() -> Image.<Image>findById(id)),
                        image -> image.status() != ImageStatus.TEMP);
    }
}
