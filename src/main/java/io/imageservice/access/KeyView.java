package io.imageservice.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A key as it is told.
///
/// @param key the secret: told once, when the key is made, and known to nobody afterwards
/// @param lastUsedAt to the minute
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record KeyView(
        UUID id,
        @Nullable String key,
        String name,
        String principal,
        List<String> scopes,
        OffsetDateTime createdAt,
        String createdBy,
        @Nullable OffsetDateTime expiresAt,
        @Nullable OffsetDateTime lastUsedAt,
        @Nullable OffsetDateTime revokedAt) {
    static KeyView of(ApiKey key, @Nullable String secret) {
        return new KeyView(
                key.id,
                secret,
                key.name,
                key.principal,
                key.scopeList(),
                key.createdAt,
                key.createdBy,
                key.expiresAt,
                key.lastUsedAt,
                key.revokedAt);
    }
}
