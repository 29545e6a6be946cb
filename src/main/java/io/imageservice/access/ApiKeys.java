package io.imageservice.access;

import io.imageservice.error.ErrorCode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.util.HashUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Makes, finds and revokes API keys. Nothing is remembered: a key that was revoked is refused by
/// every pod from then on.
@ApplicationScoped
public class ApiKeys {
    /// By it a key is known where it should not be: in a log, in a repository.
    static final String PREFIX = "imgk_";

    private static final int SECRET_BYTES = 32;
    private static final Duration USES_APART = Duration.ofMinutes(1);

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiKeys(Clock clock) {
        this.clock = clock;
    }

    /// @param by who makes it
    /// @return the key with its secret, this once
    public KeyView create(KeyRequest wanted, String by) {
        OffsetDateTime now = now();
        KeyRequest.Checked checked = wanted.checked(now);
        String secret = secret();
        var key = new ApiKey();
        key.id = UUID.randomUUID();
        key.secretSha256 = HashUtil.sha256(secret);
        key.name = checked.name();
        key.principal = checked.principal();
        key.scopes = checked.scopes();
        key.createdAt = now;
        key.createdBy = by;
        key.expiresAt =
                checked.expiresAt() == null ? null : checked.expiresAt().atOffset(ZoneOffset.UTC);
        QuarkusTransaction.requiringNew().run(key::persist);
        return KeyView.of(key, secret);
    }

    /// All of them, also those that are no longer good, newest first.
    public List<KeyView> list() {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        ApiKey.newestFirst().stream().map(key -> KeyView.of(key, null)).toList());
    }

    /// Ends a key; one that has ended stays as it is.
    public KeyView revoke(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    ApiKey key =
                            ApiKey.<ApiKey>findByIdOptional(id)
                                    .orElseThrow(() ->
                                            ErrorCode.ROUTE_NOT_FOUND.because(
                                                    "there is no key of this id"));
                    key.revokedAt = key.revokedAt == null ? now() : key.revokedAt;
                    return KeyView.of(key, null);
                });
    }

    /// The key of this secret if it is good now; its use is noted.
    Optional<KeyView> use(String secret) {
        OffsetDateTime now = now();
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    Optional<ApiKey> key =
                            ApiKey.ofSecret(HashUtil.sha256(secret))
                                    .filter(found -> found.good(now));
                    key.filter(found -> stale(found, now))
                            .ifPresent(found -> ApiKey.used(found.id, now, USES_APART));
                    return key.map(found -> KeyView.of(found, null));
                });
    }

    private static boolean stale(ApiKey key, OffsetDateTime now) {
        return key.lastUsedAt == null || key.lastUsedAt.isBefore(now.minus(USES_APART));
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
