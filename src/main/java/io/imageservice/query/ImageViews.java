package io.imageservice.query;

import io.imageservice.access.Caller;
import io.imageservice.asset.ImageLinks;
import io.imageservice.asset.Images;
import io.imageservice.image.Image;
import io.imageservice.image.ImagePage;
import io.imageservice.image.StoredObject;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads images as views, each in a transaction of its own; two queries, however many images.
@ApplicationScoped
public class ImageViews {
    private final Images images;
    private final ImageLinks links;
    private final Caller caller;

    ImageViews(Images images, ImageLinks links, Caller caller) {
        this.images = images;
        this.links = links;
        this.caller = caller;
    }

    /// @throws io.imageservice.error.ServiceException `IMAGE_NOT_FOUND`
    public ImageView one(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ImageView.of(images.alive(id), StoredObject.of(id), links));
    }

    /// A page of what the caller sees, and one image more when there is another.
    public List<ImageView> page(ImagePage page) {
        ImagePage own = page.of(caller.sees());
        return QuarkusTransaction.requiringNew().call(() -> views(own.fetch()));
    }

    /// Called inside a transaction.
    List<ImageView> views(List<Image> found) {
        List<UUID> ids = found.stream().map(image -> image.id).toList();
        Map<UUID, List<StoredObject>> objects =
                ids.isEmpty()
                        ? Map.of()
                        : StoredObject.of(ids).stream()
                                .collect(Collectors.groupingBy(object -> object.imageId));
        return found.stream()
                .map(i -> ImageView.of(i, objects.getOrDefault(i.id, List.of()), links))
                .toList();
    }
}
