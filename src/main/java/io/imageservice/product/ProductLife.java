package io.imageservice.product;

import io.imageservice.asset.ReferenceSet;
import io.imageservice.asset.ReferenceSets;
import io.imageservice.asset.Retirement;
import io.imageservice.cache.CacheDrops;
import io.imageservice.image.Cause;
import io.imageservice.image.Image;
import io.imageservice.reference.KnownProduct;
import io.imageservice.reference.ProductTombstone;
import io.imageservice.reference.Products;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Products come and go as their events say, whatever order these arrive in: the youngest wins, a
/// deletion also a tie (spec 3-events.md, "Arriving"). Locks: product alone, set, images by id.
@ApplicationScoped
class ProductLife {
    private final ReferenceSets sets;
    private final Retirement retirement;
    private final CacheDrops drops;
    private final Clock clock;

    ProductLife(ReferenceSets sets, Retirement retirement, CacheDrops drops, Clock clock) {
        this.sets = sets;
        this.retirement = retirement;
        this.drops = drops;
        this.clock = clock;
    }

    /// @param when how old the event is; compared as the database keeps it, to the microsecond
    @Transactional(TxType.MANDATORY)
    void created(UUID id, Instant when) {
        Instant at = when.truncatedTo(ChronoUnit.MICROS);
        Optional<KnownProduct> known = KnownProduct.holdAlone(id);
        ProductTombstone tombstone = ProductTombstone.findById(id);
        if (tombstone != null && !at.isAfter(tombstone.deletedAt)) {
            return;
        }
        if (known.isEmpty()) {
            KnownProduct.of(id, at).persist();
            drops.product(id);
        } else if (known.get().createdAt.isBefore(at)) {
            known.get().createdAt = at;
        }
    }

    /// @param when how old the event is; compared as the database keeps it, to the microsecond
    @Transactional(TxType.MANDATORY)
    void deleted(UUID id, Instant when) {
        Instant at = when.truncatedTo(ChronoUnit.MICROS);
        Optional<KnownProduct> known = KnownProduct.holdAlone(id);
        bury(id, at);
        if (known.isPresent() && known.get().createdAt.isAfter(at)) {
            return;
        }
        known.ifPresent(KnownProduct::delete);
        end(id);
        drops.product(id);
    }

    private void bury(UUID id, Instant at) {
        ProductTombstone tombstone = ProductTombstone.findById(id);
        if (tombstone == null) {
            tombstone = new ProductTombstone();
            tombstone.productId = id;
            tombstone.deletedAt = at;
            tombstone.seenAt = clock.instant();
            tombstone.persist();
        } else {
            tombstone.deletedAt = at.isAfter(tombstone.deletedAt) ? at : tombstone.deletedAt;
            tombstone.seenAt = clock.instant();
        }
    }

    /// All its images: confirmed, waiting, and merely claimed for it.
    private void end(UUID id) {
        String reference = id.toString();
        Optional<ReferenceSet> set = sets.openExisting(Products.CATEGORY, reference);
        List<Image> images = Image.livingOf(Products.CATEGORY, reference);
        Cause cause = Cause.of("product-events", "its product was deleted");
        if (set.isEmpty()) {
            images.forEach(image -> retirement.retire(image, cause));
        } else {
            retirement.retire(images, set.get(), cause);
            sets.save(set.get());
        }
    }
}
