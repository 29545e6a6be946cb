package io.imageservice.messaging;

import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/// A message as it came, before anybody trusts it.
///
/// @param topic as named on the broker
/// @param recordTime when it was written to the topic
/// @param headers the last of each name, as text
public record Arrived(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        @Nullable String value,
        Instant recordTime,
        Map<String, String> headers) {

    /// @throws IllegalArgumentException when the message did not come from Kafka
    public static Arrived of(Message<String> message) {
        var metadata =
                message.getMetadata(IncomingKafkaRecordMetadata.class)
                        .orElseThrow(() -> new IllegalArgumentException("no Kafka record"));
        var record = metadata.getRecord();
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return new Arrived(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key() == null ? null : record.key().toString(),
                message.getPayload(),
                Instant.ofEpochMilli(record.timestamp()),
                headers);
    }

    /// Where it was read, for an operator: `image.tasks-3@17`.
    public String origin() {
        return topic + "-" + partition + "@" + offset;
    }

    /// What it is known by in the inbox: the id its sender gave it, else its place.
    ///
    /// @param eventId from the envelope, where it has one
    public String messageId(@Nullable UUID eventId) {
        return Optional.ofNullable(eventId)
                .or(this::headerId)
                .map(id -> topic + ":" + id)
                .orElseGet(this::origin);
    }

    private Optional<UUID> headerId() {
        try {
            return Optional.ofNullable(headers.get("ce_id")).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// When it happened: the envelope's `timestamp`, else `ce_time`, else the record's.
    public Instant happened(@Nullable Instant timestamp) {
        return timestamp != null ? timestamp : headerTime().orElse(recordTime);
    }

    private Optional<Instant> headerTime() {
        try {
            return Optional.ofNullable(headers.get("ce_time")).map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
