package io.imageservice.asset;

import io.imageservice.image.Image;
import io.imageservice.image.StoredObject;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rendition as answers tell it; the original is never among them.
@RegisterForReflection
public record RenditionView(
        String name,
        String format,
        @Nullable Integer width,
        @Nullable Integer height,
        long bytes,
        String url) {
    private static final Comparator<StoredObject> MAIN_THEN_SMALL_TO_LARGE =
            Comparator.comparing((StoredObject o) -> !o.rendition.equals(StoredObject.MAIN))
                    .thenComparing(o -> o.width == null ? 0 : o.width)
                    .thenComparing(o -> o.rendition.length())
                    .thenComparing(o -> o.rendition);

    /// `main` first, then from small to large.
    public static List<RenditionView> of(
            Image image, List<StoredObject> objects, ImageLinks links) {
        return objects.stream()
                .filter(object -> !object.rendition.equals(StoredObject.ORIGINAL))
                .sorted(MAIN_THEN_SMALL_TO_LARGE)
                .map(object -> of(object, links.objectUrl(image, object)))
                .toList();
    }

    private static RenditionView of(StoredObject object, String url) {
        return new RenditionView(
                object.rendition, object.format, object.width, object.height, object.bytes, url);
    }
}
