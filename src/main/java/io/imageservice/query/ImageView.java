package io.imageservice.query;

import io.imageservice.asset.ImageLinks;
import io.imageservice.asset.RenditionView;
import io.imageservice.image.Image;
import io.imageservice.image.ImageStatus;
import io.imageservice.image.StoredObject;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An image as its metadata tell it. Absent values are null, never left out.
///
/// @param bytes and `width`, `height`, `sha256`: of the original; the sides as a viewer shows it
/// @param blurHash a placeholder to show until a rendition has come; with `dominantColour`
@RegisterForReflection
public record ImageView(
        UUID id,
        ImageStatus status,
        String category,
        @Nullable String referenceId,
        @Nullable String uploaderId,
        String fileName,
        String format,
        @Nullable Integer width,
        @Nullable Integer height,
        long bytes,
        String sha256,
        String imageUrl,
        List<RenditionView> renditions,
        @Nullable String blurHash,
        @Nullable String dominantColour,
        @Nullable ErrorView error,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,
        Map<String, String> links) {

    /// Why an image is FAILED.
    public record ErrorView(String code, String detail) {
        static @Nullable ErrorView of(Image image) {
            return image.errorCode == null
                    ? null
                    : new ErrorView(image.errorCode, String.valueOf(image.errorDetail));
        }
    }

    public static ImageView of(Image image, List<StoredObject> objects, ImageLinks links) {
        return new ImageView(
                image.id,
                image.status(),
                image.category,
                image.referenceId,
                image.uploaderId,
                image.fileName,
                image.format,
                image.width,
                image.height,
                image.bytes,
                image.sha256,
                links.imageUrl(image),
                RenditionView.of(image, objects, links),
                image.blurHash,
                image.dominantColour,
                ErrorView.of(image),
                image.createdAt,
                image.updatedAt,
                links.of(image.id));
    }
}
