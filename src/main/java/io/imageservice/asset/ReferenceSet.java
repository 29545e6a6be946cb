package io.imageservice.asset;

import io.imageservice.image.ImageSequence;
import io.imageservice.image.SetRevision;
import io.imageservice.reference.ReferenceType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The rules of an ordered set, under its lock: who is in it, in which order, and which uploads
/// wait for their place. Nothing here touches the database; [ReferenceSets] opens and saves it.
public final class ReferenceSet {
    private static final Comparator<ImageSequence> BY_PLACE =
            Comparator.comparingLong(s -> s.place);

    private final ReferenceType type;
    private final SetRevision row;
    private final List<ImageSequence> places;
    private final List<ImageSequence> before;
    private final List<UUID> membersBefore;

    ReferenceSet(ReferenceType type, SetRevision row, List<ImageSequence> places) {
        this.type = type;
        this.row = row;
        this.places = new ArrayList<>(places);
        this.places.sort(BY_PLACE);
        this.before = List.copyOf(places);
        this.membersBefore = members();
    }

    /// The confirmed images in order.
    public List<UUID> members() {
        return confirmed().stream().map(place -> place.imageId).toList();
    }

    /// Everything that has a place here.
    public List<UUID> images() {
        return places.stream().map(place -> place.imageId).toList();
    }

    /// How often it changed before it was opened.
    public long revision() {
        return row.revision;
    }

    public boolean waits(UUID image) {
        return find(image).map(ImageSequence::waits).orElse(false);
    }

    /// Whether `more` uploads may take a place: confirmed and waiting ones together stay in bounds.
    public boolean hasRoomFor(int more) {
        return places.size() + more <= type.setLimit();
    }

    /// Gives an upload the next place; it is confirmed when it is READY.
    public void reserve(UUID image) {
        places.add(place(image, places.isEmpty() ? 0 : places.getLast().place + 1));
    }

    /// A waiting upload became READY: it joins in the order of upload.
    ///
    /// @return false when there is no room any more; it has no place then
    public boolean admit(UUID image) {
        ImageSequence waiting = find(image).filter(ImageSequence::waits).orElseThrow();
        if (members().size() >= type.setLimit()) {
            places.remove(waiting);
            return false;
        }
        waiting.seqNumber = 0;
        renumber();
        return true;
    }

    /// Takes an image out; the rest closes up.
    public void drop(UUID image) {
        places.removeIf(place -> place.imageId.equals(image));
        renumber();
    }

    /// Makes `listed` the set, in this order. Waiting uploads stay in flight behind it.
    ///
    /// @return the images that were in the set and are no longer listed
    public List<UUID> replace(List<UUID> listed) {
        Map<UUID, ImageSequence> known = new HashMap<>();
        confirmed().forEach(place -> known.put(place.imageId, place));
        List<ImageSequence> waiting = places.stream().filter(ImageSequence::waits).toList();
        places.clear();
        for (UUID image : listed) {
            ImageSequence kept = known.remove(image);
            places.add(kept != null ? kept : member(image));
        }
        places.addAll(waiting);
        for (int i = 0; i < places.size(); i++) {
            places.get(i).place = i;
        }
        renumber();
        return List.copyOf(known.keySet());
    }

    /// Whether the confirmed images or their order are others than when the set was opened.
    boolean changed() {
        return !membersBefore.equals(members());
    }

    List<ImageSequence> added() {
        return places.stream().filter(place -> !before.contains(place)).toList();
    }

    List<ImageSequence> removed() {
        return before.stream().filter(place -> !places.contains(place)).toList();
    }

    ReferenceType type() {
        return type;
    }

    SetRevision row() {
        return row;
    }

    private List<ImageSequence> confirmed() {
        return places.stream().filter(place -> !place.waits()).toList();
    }

    private Optional<ImageSequence> find(UUID image) {
        return places.stream().filter(place -> place.imageId.equals(image)).findFirst();
    }

    private void renumber() {
        int next = 0;
        for (ImageSequence place : confirmed()) {
            place.seqNumber = next++;
        }
    }

    private ImageSequence member(UUID image) {
        ImageSequence member = place(image, 0);
        member.seqNumber = 0;
        return member;
    }

    private ImageSequence place(UUID image, long at) {
        ImageSequence place = new ImageSequence();
        place.imageId = image;
        place.category = row.category;
        place.referenceId = row.referenceId;
        place.place = at;
        return place;
    }
}
