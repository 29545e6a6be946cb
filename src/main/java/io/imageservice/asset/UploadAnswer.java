package io.imageservice.asset;

import io.imageservice.image.Image;
import io.imageservice.image.ImageStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What an uploader is told of a new image.
@Schema
@RegisterForReflection
public record UploadAnswer(
        UUID id, ImageStatus status, String category, String imageUrl, Map<String, String> links) {
    public static UploadAnswer of(Image image, ImageLinks links) {
        return new UploadAnswer(
                image.id,
                image.status(),
                image.category,
                links.imageUrl(image),
                links.of(image.id));
    }
}
