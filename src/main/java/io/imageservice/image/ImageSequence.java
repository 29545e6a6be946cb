package io.imageservice.image;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An image's place in an ordered set.
@Entity
@Table(name = "image_sequence")
public class ImageSequence extends PanacheEntityBase {
    @Id
    @Column(name = "image_id")
    public UUID imageId;

    @Column(name = "reference_type", nullable = false)
    public String category;

    @Column(name = "reference_id", nullable = false)
    public String referenceId;

    /// From 0 without holes among the confirmed; null while a product's upload waits to be READY.
    @Column(name = "seq_number")
    public @Nullable Integer seqNumber;

    /// Orders confirmed and waiting ones together; may have holes.
    @Column(nullable = false)
    public long place;

    public boolean waits() {
        return seqNumber == null;
    }

    /// Everything that has a place in a set, confirmed and waiting, in order.
    public static List<ImageSequence> places(String category, String referenceId) {
        return list("category = ?1 and referenceId = ?2 order by place", category, referenceId);
    }

    /// The set itself: its confirmed images in order.
    public static List<ImageSequence> members(String category, String referenceId) {
        return list(
                "category = ?1 and referenceId = ?2 and seqNumber is not null order by seqNumber",
                category,
                referenceId);
    }

    /// The place an image has, wherever that is.
    public static Optional<ImageSequence> of(UUID imageId) {
        return findByIdOptional(imageId);
    }
}
