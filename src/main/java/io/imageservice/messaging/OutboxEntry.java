package io.imageservice.messaging;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message that waits to be sent, or was.
@Entity
@Table(name = "outbox")
class OutboxEntry extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(name = "event_id", nullable = false)
    public UUID eventId;

    @Column(nullable = false)
    public String topic;

    @Column(nullable = false)
    public String key;

    @Column(nullable = false)
    public String type;

    @Column(nullable = false)
    public String payload;

    /// Further headers as a JSON object of strings (dead letters carry reason, attempts, origin).
    public @Nullable String headers;

    /// The W3C trace context of the transaction that left it.
    public @Nullable String traceparent;

    @Column(name = "created_at", nullable = false)
    public Instant createdAt;

    @Column(name = "sent_at")
    public @Nullable Instant sentAt;

    static OutboxEntry of(
            UUID eventId, String topic, String key, String type, String payload, Instant now) {
        OutboxEntry entry = new OutboxEntry();
        entry.eventId = eventId;
        entry.topic = topic;
        entry.key = key;
        entry.type = type;
        entry.payload = payload;
        entry.createdAt = now;
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            entry.traceparent =
                    "00-"
                            + span.getTraceId()
                            + "-"
                            + span.getSpanId()
                            + "-"
                            + span.getTraceFlags().asHex();
        }
        return entry;
    }
}
