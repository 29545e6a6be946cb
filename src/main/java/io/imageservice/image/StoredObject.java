package io.imageservice.image;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One object in storage that belongs to an image: its `original`, its `main`, or another
/// rendition.
@Entity
@Table(name = "storage_objects")
@IdClass(StoredObject.Key.class)
public class StoredObject extends PanacheEntityBase {
    public static final String ORIGINAL = "original";
    public static final String MAIN = "main";

    public record Key(UUID imageId, String rendition) implements Serializable {}

    @Id
    @Column(name = "image_id")
    public UUID imageId;

    @Id public String rendition;

    @Column(nullable = false)
    public String key;

    @Column(nullable = false)
    public long bytes;

    @Column(nullable = false)
    public String format;

    public @Nullable Integer width;

    public @Nullable Integer height;

    /// Whether it may be delivered to everybody: metadata is out of it. Never so for the original.
    @Column(nullable = false)
    public boolean deliverable = true;

    /// All objects of an image.
    public static List<StoredObject> of(UUID imageId) {
        return list("imageId", imageId);
    }

    /// The object under a key.
    public static Optional<StoredObject> withKey(String key) {
        return find("key", key).firstResultOptional();
    }

    /// All objects of several images in one query.
    public static List<StoredObject> of(Collection<UUID> imageIds) {
        return list("imageId in ?1", imageIds);
    }
}
