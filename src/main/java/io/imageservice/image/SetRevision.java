package io.imageservice.image;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/// The ordered set of one reference: the row every change of it locks, and how often it changed. It
/// stays when the set is empty and when the product is gone.
@Entity
@Table(name = "reference_sets")
@IdClass(SetRevision.Key.class)
public class SetRevision extends PanacheEntityBase {
    public record Key(String category, String referenceId) implements Serializable {}

    @Id
    @Column(name = "reference_type")
    public String category;

    @Id
    @Column(name = "reference_id")
    public String referenceId;

    /// Rises by one per change: the `sequence` of the set's events, the `ETag` of its answer.
    @Column(nullable = false)
    public long revision;

    /// The row as last committed, unlocked.
    public static Optional<SetRevision> current(String category, String referenceId) {
        return findByIdOptional(new Key(category, referenceId));
    }

    /// The row locked until the transaction ends; empty for a set that never was.
    public static Optional<SetRevision> locked(String category, String referenceId) {
        return findByIdOptional(new Key(category, referenceId), LockModeType.PESSIMISTIC_WRITE);
    }

    /// The row locked until the transaction ends, made when it was not there.
    public static SetRevision lockedOrNew(String category, String referenceId) {
        getEntityManager()
                .createNativeQuery(
                        """
                        insert into reference_sets (reference_type, reference_id, revision)
                        values (?1, ?2, 0) on conflict do nothing
                        """)
                .setParameter(1, category)
                .setParameter(2, referenceId)
                .executeUpdate();
        return locked(category, referenceId).orElseThrow();
    }

    /// The types in which a reference has, or had, a set; in lock order.
    public static List<String> categoriesOf(String referenceId) {
        return getEntityManager()
                .createQuery(
                        "select category from SetRevision where referenceId = ?1 order by category",
                        String.class)
                .setParameter(1, referenceId)
                .getResultList();
    }
}
