package io.imageservice.asset;

import io.imageservice.error.ErrorCode;
import io.imageservice.error.ServiceException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Answers a repeated request as the first time (draft-ietf-httpapi-idempotency-key-header; spec
/// 2-http-api.md, "Idempotency-Key"): reserved before anything is stored, completed in the
/// transaction that records the images, given up after a bounded time.
@ApplicationScoped
public class Idempotency {
    private static final int LONGEST_KEY = 255;

    private final UploadConfig config;
    private final Lifecycle lifecycle;
    private final EntityManager entities;

    Idempotency(UploadConfig config, Lifecycle lifecycle, EntityManager entities) {
        this.config = config;
        this.lifecycle = lifecycle;
        this.entities = entities;
    }

    /// What was answered: a status, where the new image is, and a JSON body.
    public record Answer(int status, @Nullable String location, String body) {}

    /// A request under its key.
    public record Request(String principal, String path, @Nullable String key, String fingerprint) {
        private IdempotencyKey.Key id() {
            return new IdempotencyKey.Key(principal, path, String.valueOf(key));
        }
    }

    /// Does `work` once. It is handed what completes the reservation, to be called inside its
    /// transaction. A refusal below 500 is kept as the answer, as `refused` writes it; anything
    /// else gives the key free.
    ///
    /// @return the answer of before, or empty when `work` was done now
    public Optional<Answer> once(
            Request request, Function<ServiceException, Answer> refused, Work work) {
        if (request.key() == null) {
            work.run(answer -> {});
            return Optional.empty();
        }
        if (request.key().isBlank() || request.key().length() > LONGEST_KEY) {
            throw ErrorCode.INVALID_REQUEST.because(
                    "Idempotency-Key has 1 to %d characters".formatted(LONGEST_KEY));
        }
        OffsetDateTime until = lifecycle.now().plus(config.idempotencyReservation());
        Optional<Answer> before =
                QuarkusTransaction.requiringNew().call(() -> reserve(request, until));
        if (before.isPresent()) {
            return before;
        }
        try {
            work.run(answer -> complete(request, until, answer));
            return Optional.empty();
        } catch (ServiceException refusal) {
            boolean keep = refusal.status() < 500;
            QuarkusTransaction.requiringNew()
                    .run(() -> end(request, until, keep ? refused.apply(refusal) : null));
            throw refusal;
        } catch (RuntimeException e) {
            QuarkusTransaction.requiringNew().run(() -> end(request, until, null));
            throw e;
        }
    }

    /// What is done once.
    @FunctionalInterface
    public interface Work {
        void run(Completion completion);
    }

    /// Keeps the answer; called inside the transaction that makes it true.
    @FunctionalInterface
    public interface Completion {
        void complete(Answer answer);
    }

    private Optional<Answer> reserve(Request request, OffsetDateTime until) {
        OffsetDateTime now = lifecycle.now();
        if (inserted(request, until, now)) {
            return Optional.empty();
        }
        IdempotencyKey key =
                IdempotencyKey.locked(request.id()).orElseThrow(() -> inUse(Duration.ofSeconds(1)));
        if (key.createdAt.plus(config.idempotencyRetention()).isBefore(now)) {
            return renew(key, request, until, now);
        }
        if (!key.fingerprint.equals(request.fingerprint())) {
            throw ErrorCode.IDEMPOTENCY_KEY_REUSED.because(
                    "this Idempotency-Key was used for another request");
        }
        if (key.status != null) {
            return Optional.of(new Answer(key.status, key.location, String.valueOf(key.body)));
        }
        if (key.reservedUntil.isAfter(now)) {
            throw inUse(Duration.between(now, key.reservedUntil));
        }
        return renew(key, request, until, now);
    }

    private boolean inserted(Request request, OffsetDateTime until, OffsetDateTime now) {
        return entities.createNativeQuery(
                                """
                                insert into idempotency_keys
                                    (principal, path, key, fingerprint, reserved_until, created_at)
                                values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing
                                """)
                        .setParameter(1, request.principal())
                        .setParameter(2, request.path())
                        .setParameter(3, request.key())
                        .setParameter(4, request.fingerprint())
                        .setParameter(5, until)
                        .setParameter(6, now)
                        .executeUpdate()
                == 1;
    }

    private Optional<Answer> renew(
            IdempotencyKey key, Request request, OffsetDateTime until, OffsetDateTime now) {
        key.fingerprint = request.fingerprint();
        key.reservedUntil = until;
        key.createdAt = now;
        key.status = null;
        key.location = null;
        key.body = null;
        return Optional.empty();
    }

    /// Throws, and so rolls back, when the reservation was given up and taken by another request.
    private void complete(Request request, OffsetDateTime until, Answer answer) {
        IdempotencyKey key = mine(request, until).orElseThrow(() -> inUse(Duration.ofSeconds(1)));
        key.status = answer.status();
        key.location = answer.location();
        key.body = answer.body();
    }

    private void end(Request request, OffsetDateTime until, @Nullable Answer answer) {
        mine(request, until)
                .ifPresent(key -> {
                    if (answer == null) {
                        key.delete();
                    } else {
                        complete(request, until, answer);
                    }
                });
    }

    private static Optional<IdempotencyKey> mine(Request request, OffsetDateTime until) {
        return IdempotencyKey.locked(request.id())
                .filter(key -> key.reservedUntil.isEqual(until) && key.status == null);
    }

    private static ServiceException inUse(Duration wait) {
        return ErrorCode.IDEMPOTENCY_KEY_IN_USE
                .because("a request with this Idempotency-Key is under way")
                .retryAfter(wait);
    }
}
