package io.imageservice.processing;

import io.imageservice.asset.ImageLocks;
import io.imageservice.asset.Images;
import io.imageservice.asset.Lifecycle;
import io.imageservice.asset.Retirement;
import io.imageservice.error.ErrorCode;
import io.imageservice.event.ImageEvent;
import io.imageservice.event.Topics;
import io.imageservice.image.Cause;
import io.imageservice.image.Image;
import io.imageservice.image.ImageStatus;
import io.imageservice.messaging.DeadLetter;
import io.imageservice.messaging.DeadLetter.Resolution;
import io.imageservice.messaging.DeadLetters;
import io.imageservice.messaging.Outbox;
import io.imageservice.messaging.TopicNames;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an operator decides about dead letters. Deciding the same again is answered the same and
/// does nothing.
@ApplicationScoped
class DeadLetterDesk {
    private static final int MOVES = 5;

    private final ImageLocks locks;
    private final Lifecycle lifecycle;
    private final Retirement retirement;
    private final Outbox outbox;
    private final DeadLetters letters;
    private final TopicNames names;

    DeadLetterDesk(
            ImageLocks locks,
            Lifecycle lifecycle,
            Retirement retirement,
            Outbox outbox,
            DeadLetters letters,
            TopicNames names) {
        this.locks = locks;
        this.lifecycle = lifecycle;
        this.retirement = retirement;
        this.outbox = outbox;
        this.letters = letters;
        this.names = names;
    }

    List<DeadLetterView> open(@Nullable UUID after, int limit) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    DeadLetter last = after == null ? null : DeadLetter.findById(after);
                    return DeadLetter.open(last, limit).stream().map(DeadLetterView::of).toList();
                });
    }

    /// Has it done again: an image that is FAILED goes back to TEMP with no attempts counted; any
    /// other message is sent once more to where it was read.
    DeadLetterView replay(UUID id, Cause cause) {
        return decide(
                id,
                Resolution.REPLAYED,
                letter -> {
                    if (letter.imageId == null) {
                        sendAgain(letter);
                    } else {
                        renderAgain(letter.imageId, cause);
                    }
                });
    }

    /// Gives it up: its image, where it has one that is FAILED, becomes DELETED.
    DeadLetterView discard(UUID id, Cause cause) {
        return decide(
                id,
                Resolution.DISCARDED,
                letter -> {
                    if (letter.imageId != null) {
                        failed(letter.imageId).ifPresent(image -> retirement.retire(image, cause));
                    }
                });
    }

    private DeadLetterView decide(UUID id, Resolution how, Consumer<DeadLetter> work) {
        for (int moves = 1; ; moves++) {
            try {
                return QuarkusTransaction.requiringNew().call(() -> decided(id, how, work));
            } catch (ImageLocks.MovedException e) {
                if (moves == MOVES) {
                    throw e;
                }
            }
        }
    }

    private DeadLetterView decided(UUID id, Resolution how, Consumer<DeadLetter> work) {
        DeadLetter letter =
                DeadLetter.locked(id)
                        .orElseThrow(() ->
                                ErrorCode.ROUTE_NOT_FOUND.because("there is no such dead letter"));
        Optional<Resolution> before = letter.resolution();
        if (before.isPresent() && before.get() != how) {
            throw ErrorCode.INVALID_REQUEST.because("it was decided before: " + before.get());
        }
        if (letter.open()) {
            work.accept(letter);
            letter.resolve(how, lifecycle.now().toInstant());
        }
        return DeadLetterView.of(letter);
    }

    private void renderAgain(UUID imageId, Cause cause) {
        Image image = locks.lock(imageId).orElseThrow(Images::notFound);
        if (image.status() == ImageStatus.DELETED) {
            throw Images.notFound();
        }
        if (image.status() == ImageStatus.FAILED) {
            image.attempts = 0;
            image.errorCode = null;
            image.errorDetail = null;
            image.release();
            lifecycle.become(image, ImageStatus.TEMP, cause);
            outbox.add(Topics.TASKS, imageId.toString(), new ImageEvent.RenderTask(imageId));
        }
    }

    private Optional<Image> failed(UUID imageId) {
        return locks.lock(imageId).filter(image -> image.status() == ImageStatus.FAILED);
    }

    private void sendAgain(DeadLetter letter) {
        String topic =
                Stream.of(
                                Topics.PRODUCT_CREATED,
                                Topics.PRODUCT_DELETED,
                                Topics.TASKS,
                                Topics.DELETIONS)
                        .filter(name -> names.of(name).equals(letter.topic))
                        .findFirst()
                        .orElseThrow(() ->
                                ErrorCode.INVALID_REQUEST.because(
                                        "nothing is read from its topic here: " + letter.topic));
        letters.sendAgain(topic, letter);
    }
}
