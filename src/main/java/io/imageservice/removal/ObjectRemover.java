package io.imageservice.removal;

import io.imageservice.asset.Lifecycle;
import io.imageservice.image.Image;
import io.imageservice.image.ImageStatus;
import io.imageservice.image.StorageKey;
import io.imageservice.image.StoredObject;
import io.imageservice.storage.ObjectStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Removes the objects of a DELETED image and verifies that they are gone; only then the row may
/// go, after its retention. A worker that still holds the image's lease is waited for.
@ApplicationScoped
class ObjectRemover {
    private final ObjectStore store;
    private final Lifecycle lifecycle;

    ObjectRemover(ObjectStore store, Lifecycle lifecycle) {
        this.store = store;
        this.lifecycle = lifecycle;
    }

    /// What came of it.
    enum Outcome {
        /// Verified gone, and recorded so.
        GONE,
        /// A worker may still be storing; later.
        WAITS,
        /// There is no such image, or it lives.
        NOTHING
    }

    /// Where an image's objects can be: those its rows name, and whatever lies under its stem.
    private record Places(Set<String> keys, String original, String stem) {
        static Places of(Image image) {
            String original = StorageKey.original(image.id, image.createdAt);
            Set<String> keys = new LinkedHashSet<>(List.of(original, image.path));
            StoredObject.of(image.id).forEach(object -> keys.add(object.key));
            return new Places(keys, original, StorageKey.stem(image.path));
        }
    }

    /// @throws RuntimeException when storage refuses or something is still there: try again
    Outcome remove(UUID id) {
        Optional<Image> image = QuarkusTransaction.requiringNew().call(() -> ended(id));
        if (image.isEmpty()) {
            return Outcome.NOTHING;
        }
        if (leased(image.get())) {
            return Outcome.WAITS;
        }
        clear(QuarkusTransaction.requiringNew().call(() -> Places.of(image.get())));
        return QuarkusTransaction.requiringNew().call(() -> record(id));
    }

    /// Whether nothing of an image is in storage.
    boolean gone(Image image) {
        Places places = QuarkusTransaction.requiringNew().call(() -> Places.of(image));
        return gone(places);
    }

    private void clear(Places places) {
        places.keys().forEach(store::remove);
        if (gone(places)) {
            return;
        }
        listed(places.stem()).forEach(store::remove);
        if (!gone(places)) {
            throw new IllegalStateException("objects are still there after their removal");
        }
    }

    private boolean gone(Places places) {
        return store.stat(places.original()).isEmpty() && listed(places.stem()).isEmpty();
    }

    private List<String> listed(String stem) {
        List<String> keys = new ArrayList<>();
        store.list(stem, object -> keys.add(object.key()));
        return keys;
    }

    private Outcome record(UUID id) {
        Optional<Image> image = Image.locked(id).filter(i -> i.status() == ImageStatus.DELETED);
        if (image.isEmpty()) {
            return Outcome.NOTHING;
        }
        if (leased(image.get())) {
            return Outcome.WAITS;
        }
        image.get().purgedAt = lifecycle.now();
        StoredObject.delete("imageId", id);
        RemovalFailure.deleteById(id);
        return Outcome.GONE;
    }

    private static Optional<Image> ended(UUID id) {
        return Image.<Image>findByIdOptional(id).filter(i -> i.status() == ImageStatus.DELETED);
    }

    private boolean leased(Image image) {
        OffsetDateTime until = image.leaseUntil;
        return until != null && until.isAfter(lifecycle.now());
    }
}
