package io.imageservice.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imageservice.event.Envelope;
import io.imageservice.event.ImageEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where messages are left inside the transaction they belong to; [OutboxRelay] sends them after
/// it. Call it under the lock of the aggregate's row: the order of a key is the order of these
/// calls.
@ApplicationScoped
public class Outbox {
    private final ObjectMapper json;
    private final Clock clock;

    Outbox(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /// Adds an event without a place in an order (tasks).
    @Transactional(TxType.MANDATORY)
    public UUID add(String topic, String key, ImageEvent payload) {
        return add(topic, key, null, payload);
    }

    /// Adds an event; `sequence` is the aggregate's own count.
    ///
    /// @return the event's id, the same however often it is sent
    @Transactional(TxType.MANDATORY)
    public UUID add(String topic, String key, @Nullable Long sequence, ImageEvent payload) {
        UUID eventId = UUID.randomUUID();
        Instant now = clock.instant();
        var envelope = new Envelope<>(eventId, payload.type(), now, sequence, payload);
        OutboxEntry.of(eventId, topic, key, payload.type(), write(envelope), now).persist();
        return eventId;
    }

    /// Adds a message that is no event of ours (a dead letter, a replay) with headers of its own.
    @Transactional(TxType.MANDATORY)
    void addAsIs(
            String topic, String key, String type, String payload, Map<String, String> headers) {
        OutboxEntry entry =
                OutboxEntry.of(UUID.randomUUID(), topic, key, type, payload, clock.instant());
        entry.headers = headers.isEmpty() ? null : write(headers);
        entry.persist();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event of ours is not writable as JSON", e);
        }
    }
}
