package io.imageservice.confirm;

import static java.util.Objects.requireNonNull;

import io.imageservice.asset.ImageLinks;
import io.imageservice.asset.Images;
import io.imageservice.asset.RenditionView;
import io.imageservice.image.Image;
import io.imageservice.image.SetSnapshot;
import io.imageservice.image.StoredObject;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// An ordered set as it is answered.
@RegisterForReflection
public record SetView(String category, String referenceId, long revision, List<Place> images) {
    /// @param seqNumber from 0
    public record Place(
            UUID imageId, int seqNumber, String imageUrl, List<RenditionView> renditions) {}

    /// Reads a set the caller sees; called inside a transaction.
    static SetView read(String category, String referenceId, ImageLinks links, Images seen) {
        SetSnapshot set = SetSnapshot.of(category, referenceId);
        Map<UUID, Image> images =
                Image.<Image>list("id in ?1", set.images()).stream()
                        .collect(Collectors.toMap(image -> image.id, Function.identity()));
        if (!images.values().stream().allMatch(seen::own)) {
            throw Images.notFound();
        }
        Map<UUID, List<StoredObject>> objects =
                StoredObject.of(set.images()).stream()
                        .collect(Collectors.groupingBy(object -> object.imageId));
        List<Place> places = new ArrayList<>();
        for (UUID id : set.images()) {
            Image image = requireNonNull(images.get(id));
            List<StoredObject> own = objects.getOrDefault(id, List.of());
            places.add(
                    new Place(
                            id,
                            places.size(),
                            links.imageUrl(image),
                            RenditionView.of(image, own, links)));
        }
        return new SetView(category, referenceId, set.revision(), places);
    }
}
