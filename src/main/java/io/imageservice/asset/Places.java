package io.imageservice.asset;

import io.imageservice.image.Cause;
import io.imageservice.image.Image;
import io.imageservice.image.ImageSequence;
import io.imageservice.image.ImageStatus;
import io.imageservice.reference.KnownProduct;
import io.imageservice.reference.Products;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;

/// The places products' uploads took in their set (S0): what becomes of them when rendering ends.
@ApplicationScoped
public class Places implements RenderingHook {
    private final ReferenceSets sets;
    private final Retirement retirement;
    private final Lifecycle lifecycle;

    Places(ReferenceSets sets, Retirement retirement, Lifecycle lifecycle) {
        this.sets = sets;
        this.retirement = retirement;
        this.lifecycle = lifecycle;
    }

    /// The image is READY: if a place waits for it, it is CONFIRMED there, or DELETED when no room
    /// is left or the product is gone.
    @Override
    @Transactional(TxType.MANDATORY)
    public void ready(Image image) {
        if (!waits(image)) {
            return;
        }
        ReferenceSet set = sets.open(image.category, String.valueOf(image.referenceId));
        boolean gone =
                Products.id(image.category, image.referenceId)
                        .filter(KnownProduct::known)
                        .isEmpty();
        if (gone || !set.admit(image.id)) {
            String reason = gone ? "its product is gone" : "no room is left in its set";
            retirement.retire(List.of(image), set, because(reason));
        } else {
            lifecycle.become(image, ImageStatus.CONFIRMED, because("its place was waiting"));
        }
        sets.save(set);
    }

    /// The image is FAILED: it drops out of the set it had a place in.
    @Override
    @Transactional(TxType.MANDATORY)
    public void failed(Image image) {
        if (waits(image)) {
            ReferenceSet set = sets.open(image.category, String.valueOf(image.referenceId));
            set.drop(image.id);
            sets.save(set);
        }
    }

    private static boolean waits(Image image) {
        Optional<ImageSequence> place = ImageSequence.of(image.id);
        return place.isPresent() && place.get().waits();
    }

    private static Cause because(String reason) {
        return Cause.of("worker", reason);
    }
}
