package io.imageservice.asset;

import io.imageservice.engine.ImageFormat;
import io.imageservice.image.Image;
import io.imageservice.image.StorageKey;
import io.imageservice.storage.ObjectStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jboss.logging.Logger;

/// Takes images in: originals into storage first, then everything about them in one transaction
/// (ADR 0002). A failed commit is compensated; what a crash leaves, the reconciler finds.
@ApplicationScoped
public class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final ObjectStore store;
    private final Recorder recorder;
    private final Lifecycle lifecycle;

    Intake(ObjectStore store, Recorder recorder, Lifecycle lifecycle) {
        this.store = store;
        this.recorder = recorder;
        this.lifecycle = lifecycle;
    }

    /// All of the files, or none.
    public List<Image> take(Intent intent, List<Inspection.Accepted> files, Admission admission) {
        OffsetDateTime now = lifecycle.now();
        List<NewImage> images =
                files.stream().map(file -> new NewImage(newId(), file, now)).toList();
        List<NewImage> stored = new ArrayList<>();
        try {
            for (NewImage image : images) {
                stored.add(image);
                store.put(image.originalKey(), image.file().path(), Attributes.of(image.format()));
            }
            return QuarkusTransaction.requiringNew()
                    .call(() -> recorder.record(intent, images, admission));
        } catch (RuntimeException e) {
            compensate(stored);
            throw e;
        }
    }

    /// Removes what was stored, unless the commit went through although its answer was lost.
    private void compensate(List<NewImage> stored) {
        try {
            boolean recorded =
                    !stored.isEmpty()
                            && QuarkusTransaction.requiringNew()
                                    .call(() -> Image.findById(stored.getFirst().id()) != null);
            if (!recorded) {
                stored.forEach(image -> store.remove(image.originalKey()));
            }
        } catch (RuntimeException e) {
            LOG.warnf("left %d originals for the reconciler: %s", stored.size(), e.getMessage());
        }
    }

    private static UUID newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    /// A file with the identity it gets.
    record NewImage(UUID id, Inspection.Accepted file, OffsetDateTime at) {
        String originalKey() {
            return StorageKey.original(id, at);
        }

        ImageFormat format() {
            return file.header().format();
        }
    }
}
