package io.imageservice.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An API key as it is kept: its secret only as a hash.
@Entity
@Table(name = "api_keys")
class ApiKey extends PanacheEntityBase {
    @Id public UUID id;

    /// SHA-256 of the secret, lower-case hex. The secret is 256 random bits, so that nothing slower
    /// is needed.
    @Column(name = "secret_sha256", nullable = false)
    public String secretSha256;

    @Column(nullable = false)
    public String name;

    /// Who its bearer is: the owner of what is uploaded with it.
    @Column(nullable = false)
    public String principal;

    /// Separated by spaces.
    @Column(nullable = false)
    public String scopes;

    @Column(name = "created_at", nullable = false)
    public OffsetDateTime createdAt;

    @Column(name = "created_by", nullable = false)
    public String createdBy;

    /// Null = never.
    @Column(name = "expires_at")
    public @Nullable OffsetDateTime expiresAt;

    @Column(name = "last_used_at")
    public @Nullable OffsetDateTime lastUsedAt;

    @Column(name = "revoked_at")
    public @Nullable OffsetDateTime revokedAt;

    boolean good(OffsetDateTime now) {
        return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
    }

    List<String> scopeList() {
        return List.of(scopes.split(" "));
    }

    static Optional<ApiKey> ofSecret(String sha256) {
        return find("secretSha256", sha256).firstResultOptional();
    }

    static List<ApiKey> newestFirst() {
        return list("order by createdAt desc, id desc");
    }

    /// Notes a use, unless one was noted within `apart`: a busy key is not a row that is always
    /// written.
    static void used(UUID id, OffsetDateTime now, Duration apart) {
        update(
                "lastUsedAt = ?1 where id = ?2 and (lastUsedAt is null or lastUsedAt < ?3)",
                now,
                id,
                now.minus(apart));
    }
}
