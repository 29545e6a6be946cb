package io.imageservice.processing;

import io.imageservice.messaging.DeadLetter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A dead letter as an operator sees it.
///
/// @param topic where it was read, `origin` exactly where
/// @param resolution what was decided: `REPLAYED`, `DISCARDED`, or null while it is open
@RegisterForReflection
record DeadLetterView(
        UUID id,
        String topic,
        @Nullable String key,
        @Nullable UUID imageId,
        String reason,
        int attempts,
        String origin,
        @Nullable String payload,
        Instant createdAt,
        boolean replayable,
        @Nullable String resolution) {
    static DeadLetterView of(DeadLetter letter) {
        return new DeadLetterView(
                letter.id,
                letter.topic,
                letter.key,
                letter.imageId,
                letter.reason,
                letter.attempts,
                letter.origin,
                letter.payload,
                letter.createdAt,
                letter.open() && (letter.imageId != null || letter.payload != null),
                letter.resolution().map(Enum::name).orElse(null));
    }
}
