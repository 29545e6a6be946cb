package io.imageservice.asset;

import io.imageservice.image.Image;
import io.imageservice.image.SetRevision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// Takes what a change of one image needs locked, in the one order everywhere: product, set, images
/// by id (ADR 0010). Call it before anything else of the image is read in the transaction.
@ApplicationScoped
public class ImageLocks {
    private final EntityManager entities;

    ImageLocks(EntityManager entities) {
        this.entities = entities;
    }

    /// The set the image may be in, then the image; also a DELETED one, empty for an unknown one.
    ///
    /// @throws MovedException when the image got its reference between the two; try again in a new
    ///   transaction
    @Transactional(TxType.MANDATORY)
    public Optional<Image> lock(UUID id) {
        List<Tuple> seen = reference(id);
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        String category = seen.getFirst().get(0, String.class);
        String referenceId = seen.getFirst().get(1, String.class);
        if (referenceId != null) {
            SetRevision.locked(category, referenceId);
        }
        Optional<Image> image = Image.locked(id);
        if (image.isPresent() && !Objects.equals(image.get().referenceId, referenceId)) {
            throw new MovedException(id);
        }
        return image;
    }

    /// Without an entity: one that is loaded before its lock would be a stale one after it.
    private List<Tuple> reference(UUID id) {
        return entities.createQuery(
                        "select category, referenceId from Image where id = ?1", Tuple.class)
                .setParameter(1, id)
                .getResultList();
    }

    /// An image was confirmed between being looked at and being locked.
    public static final class MovedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MovedException(UUID id) {
            super(id + " was confirmed meanwhile");
        }
    }
}
