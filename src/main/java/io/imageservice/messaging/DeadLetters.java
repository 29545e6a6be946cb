package io.imageservice.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Puts aside what cannot be handled: a row for the operator and a message on the dead-letter
/// topic, in the caller's transaction.
@ApplicationScoped
public class DeadLetters {
    private static final String TYPE = "DEAD_LETTER";

    /// A record must stay below the broker's limit (1 MB) with its headers.
    private static final int LONGEST_PAYLOAD = 200_000;

    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_KEY = 200;

    private final Outbox outbox;
    private final Clock clock;

    DeadLetters(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /// What is put aside, and why.
    ///
    /// @param attempts how often it was tried
    /// @param imageId the image a rendering task names
    public record Dead(Arrived message, String reason, int attempts, @Nullable UUID imageId) {}

    /// @param topic the dead-letter topic ([io.imageservice.event.Topics])
    @Transactional(TxType.MANDATORY)
    public void add(String topic, Dead dead) {
        DeadLetter letter = row(dead);
        letter.persist();
        String key = letter.key == null ? letter.id.toString() : letter.key;
        Map<String, String> headers =
                Map.of(
                        "reason", letter.reason,
                        "attempts", Integer.toString(letter.attempts),
                        "origin", letter.origin);
        outbox.addAsIs(topic, key, TYPE, letter.payload == null ? "" : letter.payload, headers);
    }

    /// Sends a dead message back to where it was read, as it came. The caller resolves the letter.
    ///
    /// @param topic where it was read, as `event.Topics` names it
    @Transactional(TxType.MANDATORY)
    public void sendAgain(String topic, DeadLetter letter) {
        String key = letter.key == null ? letter.id.toString() : letter.key;
        outbox.addAsIs(topic, key, "REPLAY", String.valueOf(letter.payload), Map.of());
    }

    private DeadLetter row(Dead dead) {
        DeadLetter letter = new DeadLetter();
        letter.id = UUID.randomUUID();
        letter.topic = dead.message().topic();
        letter.key = storable(dead.message().key(), LONGEST_KEY);
        letter.payload = storable(dead.message().value(), LONGEST_PAYLOAD);
        letter.imageId = dead.imageId();
        letter.reason = String.valueOf(storable(dead.reason(), LONGEST_REASON));
        letter.attempts = dead.attempts();
        letter.origin = dead.message().origin();
        letter.createdAt = clock.instant();
        return letter;
    }

    /// PostgreSQL has no NUL in text; a message made of anything must still be put aside.
    private static @Nullable String storable(@Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        String clean = text.replace('\0', '\uFFFD');
        return clean.length() <= longest ? clean : clean.substring(0, longest);
    }
}
