package io.imageservice.reference;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an image can belong to, with its rules. A new type is one row; topic, rules, renditions and
/// visibility follow from it.
@Entity
@Table(name = "reference_types")
public class ReferenceType extends PanacheEntityBase {
    /// Upper case with underscores: `USER_BACKGROUND`.
    @Id public String code;

    @Column(nullable = false)
    public String name;

    @Column(name = "allows_multiple", nullable = false)
    public boolean allowsMultiple;

    /// Most images a set may hold; null = as many as any set may.
    @Column(name = "max_images")
    public @Nullable Integer maxImages;

    @Column(nullable = false)
    public String description;

    /// Whether its images are delivered to everybody while they live.
    @Column(name = "is_public", nullable = false)
    public boolean isPublic;

    /// Formats it takes, comma separated; null = all.
    @Column(name = "accepted_formats")
    public @Nullable String acceptedFormats;

    /// Largest file in bytes; null = the service's limit.
    @Column(name = "max_bytes")
    public @Nullable Long maxBytes;

    /// The renditions beside `main`: `name=pipeline`, one per line; null = the three thumbnails.
    public @Nullable String renditions;

    /// No set holds more than this, whatever its type allows (spec 2-http-api.md, "Confirm").
    public static final int MAX_SET = 1000;

    public int setLimit() {
        return maxImages == null ? MAX_SET : Math.min(maxImages, MAX_SET);
    }

    public boolean accepts(String format) {
        return acceptedFormats == null || List.of(acceptedFormats.split(",")).contains(format);
    }
}
