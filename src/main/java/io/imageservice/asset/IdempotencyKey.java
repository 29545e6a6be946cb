package io.imageservice.asset;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An `Idempotency-Key` a caller used on a path, and the answer it got once there is one.
@Entity
@Table(name = "idempotency_keys")
@IdClass(IdempotencyKey.Key.class)
class IdempotencyKey extends PanacheEntityBase {
    /// Unique per principal, path and key.
    record Key(String principal, String path, String key) implements Serializable {}

    @Id public String principal;
    @Id public String path;
    @Id public String key;

    /// SHA-256 of fields and file bytes.
    @Column(nullable = false)
    public String fingerprint;

    @Column(name = "reserved_until", nullable = false)
    public OffsetDateTime reservedUntil;

    /// Of the answer; null while the request is under way.
    public @Nullable Integer status;

    public @Nullable String location;
    public @Nullable String body;

    @Column(name = "created_at", nullable = false)
    public OffsetDateTime createdAt;

    static Optional<IdempotencyKey> locked(Key key) {
        return IdempotencyKey.findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE);
    }
}
