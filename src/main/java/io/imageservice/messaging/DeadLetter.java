package io.imageservice.messaging;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message that could not be handled. It stays listed until an operator replays or discards it.
@Entity
@Table(name = "dead_letters")
public class DeadLetter extends PanacheEntityBase {
    /// What an operator decided.
    public enum Resolution {
        REPLAYED,
        DISCARDED
    }

    @Id public UUID id;

    /// Where it was read: the topic's name on the broker.
    @Column(nullable = false)
    public String topic;

    public @Nullable String key;

    public @Nullable String payload;

    /// The image of a rendering task; null where the message named none.
    @Column(name = "image_id")
    public @Nullable UUID imageId;

    @Column(nullable = false)
    public String reason;

    @Column(nullable = false)
    public int attempts;

    /// `topic-partition@offset`, or the job that gave up.
    @Column(nullable = false)
    public String origin;

    @Column(name = "created_at", nullable = false)
    public Instant createdAt;

    @Column(name = "resolved_at")
    public @Nullable Instant resolvedAt;

    private @Nullable String resolution;

    public boolean open() {
        return resolvedAt == null;
    }

    public Optional<Resolution> resolution() {
        return Optional.ofNullable(resolution).map(Resolution::valueOf);
    }

    public void resolve(Resolution how, Instant at) {
        if (!open()) {
            throw new IllegalStateException(id + " was resolved before: " + resolution);
        }
        resolution = how.name();
        resolvedAt = at;
    }

    /// With its row locked until the transaction ends.
    public static Optional<DeadLetter> locked(UUID id) {
        return DeadLetter.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /// The open ones, oldest first, at most `limit`, after the one named (null = from the start).
    public static List<DeadLetter> open(@Nullable DeadLetter after, int limit) {
        if (after == null) {
            return DeadLetter.<DeadLetter>find("resolvedAt is null order by createdAt, id")
                    .page(0, limit)
                    .list();
        }
        return DeadLetter.<DeadLetter>find(
                        "resolvedAt is null and (createdAt, id) > (?1, ?2) order by createdAt, id",
                        after.createdAt,
                        after.id)
                .page(0, limit)
                .list();
    }
}
