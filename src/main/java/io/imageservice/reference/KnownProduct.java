package io.imageservice.reference;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A product that exists, as its events said. First in the lock order: uploads and confirms hold it
/// shared, its events alone. Because a product may be unknown, the lock is one on its id that the
/// transaction holds, and the row's besides where there is one (ADR 0010).
@Entity
@Table(name = "products")
public class KnownProduct extends PanacheEntityBase {
    @Id
    @Column(name = "product_id")
    public UUID id;

    /// The age of the newest creation seen.
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;

    /// Holds a product shared until the transaction ends.
    ///
    /// @return whether it is known
    public static boolean holdShared(UUID id) {
        lock("pg_advisory_xact_lock_shared", id);
        return KnownProduct.findByIdOptional(id, LockModeType.PESSIMISTIC_READ).isPresent();
    }

    /// Holds a product alone until the transaction ends.
    public static Optional<KnownProduct> holdAlone(UUID id) {
        lock("pg_advisory_xact_lock", id);
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    public static boolean known(UUID id) {
        return findById(id) != null;
    }

    public static KnownProduct of(UUID id, Instant createdAt) {
        KnownProduct product = new KnownProduct();
        product.id = id;
        product.createdAt = createdAt;
        return product;
    }

    private static void lock(String function, UUID id) {
        getEntityManager()
                .createNativeQuery("select 1 from " + function + "(hashtextextended(?1, 0))")
                .setParameter(1, "product:" + id)
                .getSingleResult();
    }
}
