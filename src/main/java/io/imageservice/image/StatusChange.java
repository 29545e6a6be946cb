package io.imageservice.image;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of an image's history: what it was, what it became, when, by whom, why, in which trace.
@Entity
@Table(name = "status_history")
public class StatusChange extends PanacheEntityBase {
    /// Rises with time; the `id:` of server-sent events.
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "status_history_id")
    @SequenceGenerator(
            name = "status_history_id",
            sequenceName = "status_history_id",
            allocationSize = 1)
    public Long id;

    @Column(name = "image_id", nullable = false)
    public UUID imageId;

    /// The how-manieth change of this image, from 1.
    @Column(nullable = false)
    public int sequence;

    @Enumerated(EnumType.STRING)
    @Column(name = "old_status")
    public @Nullable ImageStatus oldStatus;

    @Enumerated(EnumType.STRING)
    @Column(name = "new_status", nullable = false)
    public ImageStatus newStatus;

    @Column(name = "updated_at", nullable = false)
    public OffsetDateTime updatedAt;

    @Column(name = "updated_by", nullable = false)
    public String updatedBy;

    @Column(nullable = false)
    public String reason;

    @Column(name = "trace_id", nullable = false)
    public String traceId;

    static StatusChange of(Image image, @Nullable ImageStatus old, Cause cause, OffsetDateTime at) {
        StatusChange change = new StatusChange();
        change.imageId = image.id;
        change.sequence = image.changes;
        change.oldStatus = old;
        change.newStatus = image.status();
        change.updatedAt = at;
        change.updatedBy = cause.by();
        change.reason = cause.reason();
        change.traceId = cause.traceId();
        return change;
    }

    /// All changes of an image, oldest first.
    public static List<StatusChange> of(UUID imageId) {
        return list("imageId = ?1 order by sequence", imageId);
    }
}
