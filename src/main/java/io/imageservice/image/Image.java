package io.imageservice.image;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Tuple;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An image and where it is in its life. Its status changes only through [#become].
@Entity
@Table(name = "images")
public class Image extends PanacheEntityBase {
    @Id
    @Column(name = "image_id")
    public UUID id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ImageStatus status = ImageStatus.TEMP;

    /// The code of its reference type ("category" on the wire).
    @Column(name = "reference_type", nullable = false)
    public String category;

    /// What it is claimed for at upload, or confirmed for.
    @Column(name = "reference_id")
    public @Nullable String referenceId;

    /// The key of `main`; the base URL is put in front when answering.
    @Column(nullable = false)
    public String path;

    @Column(name = "uploader_id")
    public @Nullable String uploaderId;

    /// The authenticated principal that uploaded it.
    @Column(nullable = false)
    public String owner;

    @Column(name = "file_name", nullable = false)
    public String fileName;

    /// The true format of the original, as its bytes say ([io.imageservice.engine.ImageFormat] by
    /// name).
    @Column(nullable = false)
    public String format;

    /// Size of the original in bytes.
    @Column(nullable = false)
    public long bytes;

    /// SHA-256 of the original, lower-case hex.
    @Column(nullable = false)
    public String sha256;

    /// Upright width in pixels; null where the header does not tell (some videos, some SVGs).
    public @Nullable Integer width;

    public @Nullable Integer height;

    /// The pipelines asked for, one per line, in canonical form; null = the type's renditions.
    public @Nullable String processing;

    /// S1's `mode` it was uploaded with.
    public @Nullable String mode;

    /// How often decoding has started.
    @Column(nullable = false)
    public int attempts;

    @Column(name = "lease_owner")
    public @Nullable String leaseOwner;

    @Column(name = "lease_until")
    public @Nullable OffsetDateTime leaseUntil;

    @Column(name = "error_code")
    public @Nullable String errorCode;

    @Column(name = "error_detail")
    public @Nullable String errorDetail;

    /// A placeholder of a few characters (BlurHash, 4x3); null until it is rendered.
    @Column(name = "blur_hash")
    public @Nullable String blurHash;

    /// `#rrggbb`
    @Column(name = "dominant_colour")
    public @Nullable String dominantColour;

    /// 64 bits; see [io.imageservice.engine.Look].
    @Column(name = "perceptual_hash")
    public @Nullable Long perceptualHash;

    /// How often its status changed, creation included: the `sequence` of its lifecycle events.
    @Column(nullable = false)
    public int changes;

    @Column(name = "created_at", nullable = false)
    public OffsetDateTime createdAt;

    @Column(name = "updated_at", nullable = false)
    public OffsetDateTime updatedAt;

    @Column(name = "deleted_at")
    public @Nullable OffsetDateTime deletedAt;

    /// When its objects were verified gone.
    @Column(name = "purged_at")
    public @Nullable OffsetDateTime purgedAt;

    @Version
    @Column(nullable = false)
    public long version;

    public ImageStatus status() {
        return status;
    }

    /// The only way to change status: refuses a step the state table does not have, writes history.
    /// Call it through `asset.Lifecycle`, which adds the event.
    ///
    /// @return the history row, persisted
    public StatusChange become(ImageStatus next, Cause cause, OffsetDateTime at) {
        if (!status.next().contains(next)) {
            throw new IllegalStateException(id + " cannot go from " + status + " to " + next);
        }
        ImageStatus old = status;
        status = next;
        updatedAt = at;
        if (next == ImageStatus.DELETED) {
            deletedAt = at;
        }
        return record(old, cause, at);
    }

    /// The first history row: from nothing to TEMP.
    public StatusChange begin(Cause cause, OffsetDateTime at) {
        createdAt = at;
        updatedAt = at;
        return record(null, cause, at);
    }

    private StatusChange record(@Nullable ImageStatus old, Cause cause, OffsetDateTime at) {
        changes++;
        StatusChange change = StatusChange.of(this, old, cause, at);
        change.persist();
        return change;
    }

    /// Whether `worker` may render it now: nobody else holds an unexpired lease.
    public boolean leasable(String worker, OffsetDateTime now) {
        return leaseUntil == null || worker.equals(leaseOwner) || !leaseUntil.isAfter(now);
    }

    /// Takes or prolongs the lease.
    public void lease(String worker, OffsetDateTime now, Duration length) {
        leaseOwner = worker;
        leaseUntil = now.plus(length);
    }

    public boolean leasedBy(String worker) {
        return worker.equals(leaseOwner);
    }

    public void release() {
        leaseOwner = null;
        leaseUntil = null;
    }

    /// The image unless it is unknown or DELETED.
    public static Optional<Image> alive(UUID id) {
        return Image.<Image>findByIdOptional(id).filter(i -> i.status != ImageStatus.DELETED);
    }

    /// The image with its row locked until the transaction ends; also a DELETED one.
    public static Optional<Image> locked(UUID id) {
        return Image.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /// Those of `ids` that exist, in the order of `ids`.
    public static List<Image> inOrder(List<UUID> ids) {
        List<Image> images = list("id in ?1", ids);
        return images.stream().sorted(Comparator.comparing(i -> ids.indexOf(i.id))).toList();
    }

    /// Those of `ids` that exist, rows locked in id order (the one lock order: product, set,
    /// images).
    public static List<Image> lockedInOrder(Collection<UUID> ids) {
        return Image.<Image>find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /// Those of `ids` that are TEMP under one of these leases, rows locked in id order; no
    /// entities.
    public static List<UUID> lockedIds(Collection<String> leases, Collection<UUID> ids) {
        return getEntityManager()
                .createQuery(
                        "select id from Image where leaseOwner in ?1 and id in ?2 and status = ?3"
                                + " order by id",
                        UUID.class)
                .setParameter(1, leases)
                .setParameter(2, ids)
                .setParameter(3, ImageStatus.TEMP)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /// The reference types of those of `ids` that live.
    ///
    /// @param owner whose images count; null = everybody's
    public static Map<UUID, String> categoriesOf(Collection<UUID> ids, @Nullable String owner) {
        return getEntityManager()
                .createQuery(
                        "select id, category from Image where id in ?1 and status <> ?2"
                                + " and (cast(?3 as string) is null or owner = ?3)",
                        Tuple.class)
                .setParameter(1, ids)
                .setParameter(2, ImageStatus.DELETED)
                .setParameter(3, owner)
                .getResultStream()
                .collect(
                        Collectors.toMap(
                                row -> row.get(0, UUID.class), row -> row.get(1, String.class)));
    }

    /// DELETED images whose objects are not yet verified gone, by the time they ended.
    public static List<Image> unpurged(OffsetDateTime until, int limit) {
        return Image.<Image>find(
                        "status = DELETED and purgedAt is null and deletedAt <= ?1"
                                + " order by deletedAt, id",
                        until)
                .page(0, limit)
                .list();
    }

    /// The page after `last`.
    public static List<Image> unpurged(Image last, OffsetDateTime until, int limit) {
        return Image.<Image>find(
                        "status = DELETED and purgedAt is null and deletedAt <= ?1"
                                + " and deletedAt >= ?2 and (deletedAt > ?2 or id > ?3)"
                                + " order by deletedAt, id",
                        until,
                        last.deletedAt,
                        last.id)
                .page(0, limit)
                .list();
    }

    /// Ids of images in a status that have not changed since `before`, oldest first.
    public static List<UUID> stale(ImageStatus status, OffsetDateTime before, int limit) {
        return getEntityManager()
                .createQuery(
                        "select id from Image where status = ?1 and updatedAt < ?2"
                                + " order by createdAt, id",
                        UUID.class)
                .setParameter(1, status)
                .setParameter(2, before)
                .setMaxResults(limit)
                .getResultList();
    }

    /// Every image that is for a reference, or claimed for it, and not DELETED; rows locked in id
    /// order.
    public static List<Image> livingOf(String category, String referenceId) {
        return Image.<Image>find(
                        "category = ?1 and referenceId = ?2 and status <> DELETED order by id",
                        category,
                        referenceId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
