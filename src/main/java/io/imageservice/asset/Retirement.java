package io.imageservice.asset;

import io.imageservice.event.ImageEvent;
import io.imageservice.event.Topics;
import io.imageservice.image.Cause;
import io.imageservice.image.Image;
import io.imageservice.image.ImageSequence;
import io.imageservice.image.ImageStatus;
import io.imageservice.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;

/// The one path by which an image ends, whoever ends it: DELETED, history, event, its place in its
/// set, and the task that removes its objects, all in the caller's transaction. The row outlives
/// the objects (ADR 0007).
@ApplicationScoped
public class Retirement {
    private final Lifecycle lifecycle;
    private final ReferenceSets sets;
    private final Outbox outbox;

    Retirement(Lifecycle lifecycle, ReferenceSets sets, Outbox outbox) {
        this.lifecycle = lifecycle;
        this.sets = sets;
        this.outbox = outbox;
    }

    /// Ends one image whose row the caller holds, best through [ImageLocks#lock]: its set is locked
    /// before it there, as the lock order wants. The set closes up and tells so.
    @Transactional(TxType.MANDATORY)
    public void retire(Image locked, Cause cause) {
        ImageSequence.of(locked.id).ifPresent(place -> leave(locked, place));
        end(locked, cause);
    }

    /// Ends images that left a set the caller opened, or leave it here; the caller saves the set.
    @Transactional(TxType.MANDATORY)
    public void retire(Collection<Image> locked, ReferenceSet set, Cause cause) {
        for (Image image : locked) {
            set.drop(image.id);
            end(image, cause);
        }
    }

    /// Has an image's objects removed (again): for what was stored although the image had ended.
    @Transactional(TxType.MANDATORY)
    public void remove(Image ended) {
        String key = ended.id.toString();
        outbox.add(Topics.DELETIONS, key, new ImageEvent.RemovalTask(ended.id));
    }

    private void leave(Image image, ImageSequence place) {
        ReferenceSet set = sets.open(place.category, place.referenceId);
        set.drop(image.id);
        sets.save(set);
    }

    private void end(Image image, Cause cause) {
        lifecycle.become(image, ImageStatus.DELETED, cause);
        remove(image);
    }
}
