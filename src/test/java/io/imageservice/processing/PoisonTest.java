package io.imageservice.processing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.asset.DeadTasks;
import io.imageservice.event.Topics;
import io.imageservice.image.Image;
import io.imageservice.image.ImageStatus;
import io.imageservice.messaging.Arrived;
import io.imageservice.messaging.DeadLetter;
import io.imageservice.stack.StackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Messages nobody can handle are put aside, and do not hold up those behind them.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PoisonTest {
    @Inject DeadTasks deadTasks;
    @Inject Leases leases;
    @Inject JobRun runs;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no json", "{}", "[1]", "{\"payload\":{\"imageId\":\"x\"}}", "a\u0000b"})
    void putsAsideWhatItCannotRead(String payload) throws Exception {
        String key = UUID.randomUUID().toString();

        send(key, payload.getBytes(StandardCharsets.UTF_8));

        DeadLetter letter =
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> letters(key), l -> l.size() == 1)
                        .getFirst();
        assertTrue(letter.origin.startsWith("image.tasks-"), letter.origin);
        assertEquals(null, letter.imageId);
    }

    @Test
    void passesOverATaskOfAnUnknownImage() throws Exception {
        String key = UUID.randomUUID().toString();
        send(key, task(UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
        send(key, "poison".getBytes(StandardCharsets.UTF_8));

        await().atMost(Duration.ofSeconds(30)).until(() -> letters(key).size() == 1);
    }

    @Test
    void anOperatorsReplayStartsOverOnce() throws Exception {
        UUID id = upload();
        assertEquals(ImageStatus.READY, ProcessingWorkerTest.ended(id).status());
        UUID dead = failedWithLetter();

        assertEquals(DeadLetter.Resolution.REPLAYED, deadTasks.replay(dead, "operator"));
        assertEquals(DeadLetter.Resolution.REPLAYED, deadTasks.replay(dead, "operator"));

        UUID image = letter(dead).imageId;
        Image again = ProcessingWorkerTest.ended(image);
        assertEquals(ImageStatus.READY, again.status());
        assertEquals(1, again.attempts);
    }

    @Test
    void discardingALetterDeletesItsImage() throws Exception {
        UUID dead = failedWithLetter();

        assertEquals(DeadLetter.Resolution.DISCARDED, deadTasks.discard(dead, "operator"));

        UUID image = letter(dead).imageId;
        assertEquals(
                ImageStatus.DELETED,
                QuarkusTransaction.requiringNew()
                        .call(() -> Image.<Image>findById(image).status()));
    }

    /// An image whose job was given up while its task was not yet sent.
    private UUID failedWithLetter() throws Exception {
        UUID id =
                QuarkusTransaction.requiringNew()
                        .call(() -> {
                            UUID made = upload();
                            return made;
                        });
        ProcessingWorkerTest.ended(id);
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    Image.getEntityManager()
                            .createNativeQuery(
                                    "update images set status = 'TEMP', attempts = 5 where image_id = ?1")
                            .setParameter(1, id)
                            .executeUpdate();
                });
        Job job = ((Taking.Exhausted) leases.take(id)).job();
        Arrived task =
                new Arrived(Topics.TASKS, 0, 0, id.toString(), task(id), Instant.now(), Map.of());
        runs.giveUp(job, "test", 5, task, "test:" + UUID.randomUUID());
        return QuarkusTransaction.requiringNew()
                .call(() -> DeadLetter.<DeadLetter>find("imageId", id).firstResult().id);
    }

    private static UUID upload() {
        return UUID.fromString(
                given().multiPart("file", "photo.jpg", Pictures.jpeg(80, 60))
                        .post("/api/v1/images")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id"));
    }

    private static String task(UUID image) {
        return "{\"eventId\":\"%s\",\"payload\":{\"imageId\":\"%s\"}}"
                .formatted(UUID.randomUUID(), image);
    }

    private static List<DeadLetter> letters(String key) {
        return QuarkusTransaction.requiringNew().call(() -> DeadLetter.list("key", key));
    }

    private static DeadLetter letter(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> DeadLetter.findById(id));
    }

    private void send(String key, byte[] value) throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", servers),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.TASKS, key, value)).get();
        }
    }
}
