package io.imageservice.access;

import io.imageservice.error.ErrorCode;
import io.imageservice.error.ServiceException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a new key is to be.
///
/// @param name for people; 1..100 characters
/// @param principal who its bearer is; 1..200 characters, the name when absent
/// @param scopes at least one
/// @param expiresAt when it ends; null = when it is revoked
@RegisterForReflection
public record KeyRequest(
        @Nullable String name,
        @Nullable String principal,
        @Nullable List<String> scopes,
        @Nullable Instant expiresAt) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PRINCIPAL = 200;

    /// @throws ServiceException `INVALID_REQUEST`
    Checked checked(OffsetDateTime now) {
        String called = text("name", name, LONGEST_NAME);
        String who = text("principal", principal == null ? name : principal, LONGEST_PRINCIPAL);
        if (who.equals(Caller.ANONYMOUS)) {
            throw refused("principal is not to be anonymous");
        }
        var wanted = new TreeSet<>(scopes == null ? List.of() : scopes);
        if (wanted.isEmpty() || !Scope.ALL.containsAll(wanted)) {
            throw refused("scopes are one or more of " + String.join(", ", Scope.ALL));
        }
        if (expiresAt != null && !expiresAt.isAfter(now.toInstant())) {
            throw refused("expiresAt is not in the future: " + expiresAt);
        }
        return new Checked(called, who, String.join(" ", wanted), expiresAt);
    }

    /// @param scopes separated by spaces
    record Checked(String name, String principal, String scopes, @Nullable Instant expiresAt) {}

    private static String text(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank() || value.length() > longest) {
            throw refused("%s has 1 to %d characters".formatted(field, longest));
        }
        return value.strip();
    }

    private static ServiceException refused(String why) {
        return ErrorCode.INVALID_REQUEST.because(why);
    }
}
