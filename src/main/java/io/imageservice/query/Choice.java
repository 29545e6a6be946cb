package io.imageservice.query;

import io.imageservice.engine.ImageFormat;
import io.imageservice.image.StoredObject;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which object of an image a request means.
final class Choice {
    private Choice() {}

    /// The rendition named; without a name `main`, or what `accept` prefers among those of its
    /// size.
    static Optional<StoredObject> of(
            List<StoredObject> objects, @Nullable String rendition, MediaRanges accept) {
        String wanted = rendition == null ? StoredObject.MAIN : rendition;
        Optional<StoredObject> named =
                objects.stream().filter(object -> object.rendition.equals(wanted)).findFirst();
        return rendition == null ? named.map(main -> best(main, objects, accept)) : named;
    }

    private static StoredObject best(
            StoredObject main, List<StoredObject> objects, MediaRanges accept) {
        // Ties go to `main`: the comparison is strict and `main` comes first.
        return objects.stream()
                .filter(object -> object.deliverable && sameSize(object, main))
                .sorted(Comparator.comparing(object -> object != main))
                .reduce((one, other) -> quality(other, accept) > quality(one, accept) ? other : one)
                .orElse(main);
    }

    private static boolean sameSize(StoredObject one, StoredObject other) {
        return Objects.equals(one.width, other.width) && Objects.equals(one.height, other.height);
    }

    private static double quality(StoredObject object, MediaRanges accept) {
        return accept.quality(ImageFormat.valueOf(object.format).mediaType());
    }
}
