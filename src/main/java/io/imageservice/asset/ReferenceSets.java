package io.imageservice.asset;

import static java.util.Objects.requireNonNull;

import io.imageservice.cache.CacheDrops;
import io.imageservice.error.ErrorCode;
import io.imageservice.event.ImageEvent;
import io.imageservice.event.Topics;
import io.imageservice.image.Image;
import io.imageservice.image.ImageSequence;
import io.imageservice.image.SetRevision;
import io.imageservice.messaging.Outbox;
import io.imageservice.reference.ReferenceType;
import io.imageservice.reference.ReferenceTypes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Opens ordered sets under their lock and writes them back with revision and event. Lock order:
/// product, set, images by id; so open a set before its images are locked.
@ApplicationScoped
public class ReferenceSets {
    private final ReferenceTypes types;
    private final Outbox outbox;
    private final ImageLinks links;
    private final CacheDrops drops;

    ReferenceSets(ReferenceTypes types, Outbox outbox, ImageLinks links, CacheDrops drops) {
        this.types = types;
        this.outbox = outbox;
        this.links = links;
        this.drops = drops;
    }

    /// The set of a reference, locked; made when it never was.
    @Transactional(TxType.MANDATORY)
    public ReferenceSet open(String category, String referenceId) {
        ReferenceType type = type(category);
        return loaded(type, SetRevision.lockedOrNew(category, referenceId));
    }

    /// The set of a reference, locked; empty when it never was.
    @Transactional(TxType.MANDATORY)
    public Optional<ReferenceSet> openExisting(String category, String referenceId) {
        return SetRevision.locked(category, referenceId).map(row -> loaded(type(category), row));
    }

    /// Writes a set back. When its confirmed images or their order changed: revision, event, and
    /// cached links go.
    @Transactional(TxType.MANDATORY)
    public void save(ReferenceSet set) {
        set.removed().forEach(ImageSequence::delete);
        set.added().forEach(place -> place.persist());
        if (set.changed()) {
            SetRevision row = set.row();
            row.revision++;
            String topic = Topics.changed(row.category);
            outbox.add(topic, row.referenceId, row.revision, event(set));
            drops.linksOf(row.category, row.referenceId);
        }
    }

    /// The type under a code, or the refusal that it is none.
    public ReferenceType type(String category) {
        return types.find(category)
                .orElseThrow(() ->
                        ErrorCode.REFERENCE_TYPE_NOT_FOUND.because(
                                "there is no reference type of that code"));
    }

    private static ReferenceSet loaded(ReferenceType type, SetRevision row) {
        return new ReferenceSet(type, row, ImageSequence.places(row.category, row.referenceId));
    }

    private ImageEvent event(ReferenceSet set) {
        List<UUID> members = set.members();
        String referenceId = set.row().referenceId;
        if (members.isEmpty()) {
            return new ImageEvent.ImagesDeleted(referenceId);
        }
        Map<UUID, Image> images = images(members);
        if (!set.type().allowsMultiple) {
            Image only = requireNonNull(images.get(members.getFirst()));
            return new ImageEvent.ImageChanged(referenceId, only.id, links.imageUrl(only));
        }
        List<ImageEvent.Member> ordered = new ArrayList<>();
        for (UUID id : members) {
            String url = links.imageUrl(requireNonNull(images.get(id)));
            ordered.add(new ImageEvent.Member(id, url, referenceId, ordered.size()));
        }
        return new ImageEvent.ImagesChanged(referenceId, ordered);
    }

    private static Map<UUID, Image> images(List<UUID> ids) {
        return Image.<Image>list("id in ?1", ids).stream()
                .collect(Collectors.toMap(image -> image.id, Function.identity()));
    }
}
