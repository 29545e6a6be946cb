package io.imageservice.asset;

import io.imageservice.event.ImageEvent;
import io.imageservice.event.Topics;
import io.imageservice.image.Cause;
import io.imageservice.image.Image;
import io.imageservice.image.ImageStatus;
import io.imageservice.image.StatusChange;
import io.imageservice.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/// Every change of status goes through here: row, history and event in the caller's transaction.
/// The caller holds the image's row locked.
@ApplicationScoped
public class Lifecycle {
    private final Outbox outbox;
    private final Clock clock;

    Lifecycle(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /// Records a new image (TEMP): persisted, first history row, first event.
    @Transactional(TxType.MANDATORY)
    public void begin(Image image, Cause cause, OffsetDateTime at) {
        StatusChange change = image.begin(cause, at);
        image.persist();
        tell(image, change);
    }

    /// Takes an image one step further; an illegal step is a bug and throws.
    @Transactional(TxType.MANDATORY)
    public void become(Image image, ImageStatus next, Cause cause) {
        tell(image, image.become(next, cause, now()));
    }

    /// Now, as precise as the database keeps it (microseconds).
    public OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }

    private void tell(Image image, StatusChange change) {
        String old = change.oldStatus == null ? null : change.oldStatus.name();
        var event =
                new ImageEvent.StatusChanged(
                        image.id,
                        image.category,
                        image.referenceId,
                        old,
                        change.newStatus.name(),
                        change.reason);
        outbox.add(Topics.LIFECYCLE, image.id.toString(), (long) change.sequence, event);
    }
}
