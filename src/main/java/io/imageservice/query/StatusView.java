package io.imageservice.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.imageservice.image.Image;
import io.imageservice.image.ImageStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How an image is doing; `error` only when it is FAILED.
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record StatusView(
        UUID id,
        ImageStatus status,
        int attempts,
        ImageView.@Nullable ErrorView error,
        OffsetDateTime updatedAt) {
    static StatusView of(Image image) {
        return new StatusView(
                image.id,
                image.status(),
                image.attempts,
                ImageView.ErrorView.of(image),
                image.updatedAt);
    }
}
