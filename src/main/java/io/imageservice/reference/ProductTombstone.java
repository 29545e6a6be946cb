package io.imageservice.reference;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// A product's deletion, remembered for some days: a creation that is not younger does not bring
/// the product back.
@Entity
@Table(name = "product_tombstones")
public class ProductTombstone extends PanacheEntityBase {
    @Id
    @Column(name = "product_id")
    public UUID productId;

    /// The age of the newest deletion seen.
    @Column(name = "deleted_at", nullable = false)
    public Instant deletedAt;

    /// When it was last seen, by our clock; retention counts from here.
    @Column(name = "seen_at", nullable = false)
    public Instant seenAt;

    /// Whether a product was deleted and did not come back. Call it while the product is held.
    public static boolean standsFor(UUID product) {
        return !KnownProduct.known(product) && findById(product) != null;
    }
}
