package io.imageservice.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imageservice.messaging.OutboxRows.Waiting;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Makes a Kafka record of a row: the headers of CloudEvents' Kafka binding, the trace, and the
/// row's own headers.
@ApplicationScoped
class OutboxRecord {
    private static final String SOURCE = "/image-service";
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final TopicNames names;
    private final ObjectMapper json;

    OutboxRecord(TopicNames names, ObjectMapper json) {
        this.names = names;
        this.json = json;
    }

    Message<String> of(Waiting event) {
        RecordHeaders headers = new RecordHeaders();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", event.eventId().toString());
        put(headers, "ce_type", event.type());
        put(headers, "ce_source", SOURCE);
        put(headers, "ce_time", DateTimeFormatter.ISO_INSTANT.format(event.createdAt()));
        if (event.traceparent() != null) {
            put(headers, "traceparent", event.traceparent());
        }
        own(event).forEach((name, value) -> put(headers, name, value));
        var metadata =
                OutgoingKafkaRecordMetadata.<String>builder()
                        .withTopic(names.of(event.topic()))
                        .withKey(event.key())
                        .withHeaders(headers)
                        .build();
        return Message.of(event.payload()).addMetadata(metadata);
    }

    private Map<String, String> own(Waiting event) {
        if (event.headers() == null) {
            return Map.of();
        }
        try {
            return json.readValue(event.headers(), HEADERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers of an outbox row are not JSON", e);
        }
    }

    private static void put(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
