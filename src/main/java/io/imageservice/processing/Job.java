package io.imageservice.processing;

import io.imageservice.engine.ImageFormat;
import io.imageservice.image.Image;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An image in a worker's hand: what was read of its row when the lease was taken.
///
/// @param lease the name the lease was taken under, one for every taking
/// @param attempts how often decoding had started before
record Job(
        UUID imageId,
        String lease,
        String category,
        String path,
        OffsetDateTime createdAt,
        ImageFormat format,
        @Nullable String processing,
        int attempts) {

    static Job of(Image image, String lease) {
        return new Job(
                image.id,
                lease,
                image.category,
                image.path,
                image.createdAt,
                ImageFormat.valueOf(image.format),
                image.processing,
                image.attempts);
    }
}
