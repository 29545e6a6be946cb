package io.imageservice.asset;

import io.imageservice.image.Cause;
import io.imageservice.image.Image;
import io.imageservice.reference.KnownProduct;
import io.imageservice.reference.ProductTombstone;
import io.imageservice.reference.Products;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

/// Uploads that name a product, against that product's deletion: whichever comes first, no image of
/// a deleted product lives on (spec 3-events.md, "Arriving").
@ApplicationScoped
class Claims {
    private final Retirement retirement;

    Claims(Retirement retirement) {
        this.retirement = retirement;
    }

    /// Holds the claimed product, if it is one, before anything else is locked.
    @Transactional(TxType.MANDATORY)
    void hold(Intent intent) {
        Products.id(intent.category(), intent.referenceId()).ifPresent(KnownProduct::holdShared);
    }

    /// Ends the images again when the product was deleted before they were recorded.
    @Transactional(TxType.MANDATORY)
    void settle(Intent intent, List<Image> images) {
        Products.id(intent.category(), intent.referenceId())
                .filter(ProductTombstone::standsFor)
                .ifPresent(product -> images.forEach(this::end));
    }

    private void end(Image image) {
        retirement.retire(image, Cause.of("upload", "its product was deleted"));
    }
}
