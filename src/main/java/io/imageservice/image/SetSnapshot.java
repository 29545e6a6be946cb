package io.imageservice.image;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// A set as one moment of the database saw it, without a lock.
///
/// @param revision 0 for a set that never was
/// @param images the confirmed ones in order
public record SetSnapshot(long revision, List<UUID> images) {
    /// One statement, because two could see two revisions.
    private static final String QUERY =
            """
            select s.revision, q.imageId from SetRevision s left join ImageSequence q
                on q.category = s.category and q.referenceId = s.referenceId
                and q.seqNumber is not null
            where s.category = ?1 and s.referenceId = ?2 order by q.seqNumber
            """;

    public SetSnapshot {
        images = List.copyOf(images);
    }

    public static SetSnapshot of(String category, String referenceId) {
        List<Tuple> rows =
                Panache.getEntityManager()
                        .createQuery(QUERY, Tuple.class)
                        .setParameter(1, category)
                        .setParameter(2, referenceId)
                        .getResultList();
        if (rows.isEmpty()) {
            return new SetSnapshot(0, List.of());
        }
        List<UUID> images =
                rows.stream().map(row -> row.get(1, UUID.class)).filter(Objects::nonNull).toList();
        return new SetSnapshot(rows.getFirst().get(0, Long.class), images);
    }
}
