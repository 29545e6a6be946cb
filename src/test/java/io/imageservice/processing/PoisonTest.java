package io.imageservice.processing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.event.Topics;
import io.imageservice.messaging.DeadLetter;
import io.imageservice.stack.StackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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

    private static String task(UUID image) {
        return "{\"eventId\":\"%s\",\"payload\":{\"imageId\":\"%s\"}}"
                .formatted(UUID.randomUUID(), image);
    }

    private static List<DeadLetter> letters(String key) {
        return QuarkusTransaction.requiringNew().call(() -> DeadLetter.list("key", key));
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
