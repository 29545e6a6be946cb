package io.imageservice.removal;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;

/// An image whose objects could not be removed so far.
@Entity
@Table(name = "removal_failures")
class RemovalFailure extends PanacheEntityBase {
    @Id
    @Column(name = "image_id")
    public UUID imageId;

    /// When it failed first.
    @Column(nullable = false)
    public OffsetDateTime since;

    @Column(name = "last_try", nullable = false)
    public OffsetDateTime lastTry;

    @Column(nullable = false)
    public int failures;

    /// Counts a failure, the first or another.
    static void count(UUID image, OffsetDateTime now) {
        getEntityManager()
                .createNativeQuery(
                        """
                        insert into removal_failures as f (image_id, since, last_try, failures)
                        select image_id, ?2, ?2, 1 from images where image_id = ?1
                        on conflict (image_id) do update
                            set failures = f.failures + 1, last_try = excluded.last_try
                        """)
                .setParameter(1, image)
                .setParameter(2, now)
                .executeUpdate();
    }
}
