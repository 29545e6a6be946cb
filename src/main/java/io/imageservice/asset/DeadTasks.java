package io.imageservice.asset;

import io.imageservice.error.ErrorCode;
import io.imageservice.error.TraceId;
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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/// What an operator can do about a dead letter. Doing the same twice is doing it once. Each method
/// is one transaction; one that meets [ImageLocks.MovedException] may be tried again.
@ApplicationScoped
public class DeadTasks {
    private final ImageLocks locks;
    private final Lifecycle lifecycle;
    private final Retirement retirement;
    private final Outbox outbox;
    private final DeadLetters letters;
    private final TopicNames names;
    private final Clock clock;

    DeadTasks(
            ImageLocks locks,
            Lifecycle lifecycle,
            Retirement retirement,
            Outbox outbox,
            DeadLetters letters,
            TopicNames names,
            Clock clock) {
        this.locks = locks;
        this.lifecycle = lifecycle;
        this.retirement = retirement;
        this.outbox = outbox;
        this.letters = letters;
        this.names = names;
        this.clock = clock;
    }

    /// Tries again: a FAILED image becomes TEMP with no attempts and gets a new task; a message
    /// that named no image is sent again to where it was read.
    ///
    /// @return how the letter was resolved: DISCARDED when somebody discarded it before
    /// @throws io.imageservice.error.ServiceException `INVALID_REQUEST` when there is no such
    ///   letter
    @Transactional
    public Resolution replay(UUID letterId, String by) {
        DeadLetter letter = letter(letterId);
        if (letter.open()) {
            replay(letter, by);
            letter.resolve(Resolution.REPLAYED, clock.instant());
        }
        return letter.resolution().orElseThrow();
    }

    private void replay(DeadLetter letter, String by) {
        if (letter.imageId == null) {
            letters.sendAgain(names.meant(letter.topic), letter);
            return;
        }
        Optional<Image> failed =
                locks.lock(letter.imageId).filter(i -> i.status() == ImageStatus.FAILED);
        if (failed.isEmpty()) {
            return;
        }
        Image image = failed.get();
        image.attempts = 0;
        image.errorCode = null;
        image.errorDetail = null;
        lifecycle.become(image, ImageStatus.TEMP, cause(by, "replayed by an operator"));
        outbox.add(Topics.TASKS, image.id.toString(), new ImageEvent.RenderTask(image.id));
    }

    /// Gives up: the image, where the message named one, becomes DELETED.
    ///
    /// @return how the letter was resolved: REPLAYED when somebody replayed it before
    /// @throws io.imageservice.error.ServiceException `INVALID_REQUEST` when there is no such
    ///   letter
    @Transactional
    public Resolution discard(UUID letterId, String by) {
        DeadLetter letter = letter(letterId);
        if (letter.open()) {
            if (letter.imageId != null) {
                locks.lock(letter.imageId)
                        .filter(image -> image.status() == ImageStatus.FAILED)
                        .ifPresent(i -> retirement.retire(i, cause(by, "discarded")));
            }
            letter.resolve(Resolution.DISCARDED, clock.instant());
        }
        return letter.resolution().orElseThrow();
    }

    private static DeadLetter letter(UUID id) {
        return DeadLetter.locked(id)
                .orElseThrow(
                        () -> ErrorCode.INVALID_REQUEST.because("no such dead letter").as(404));
    }

    private static Cause cause(String by, String why) {
        return new Cause(by, why, TraceId.current());
    }
}
