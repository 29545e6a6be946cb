package io.imageservice.event;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What our messages say: the payloads of [Envelope].
@RegisterForReflection
public sealed interface ImageEvent {
    /// The `eventType` (and `ce_type`) it travels under.
    String type();

    /// The image of a type that allows one changed.
    record ImageChanged(String referenceId, UUID imageId, String imageUrl) implements ImageEvent {
        @Override
        public String type() {
            return "IMAGE_CHANGED";
        }
    }

    /// The ordered set of a type that allows several changed.
    record ImagesChanged(String referenceId, List<Member> images) implements ImageEvent {
        @Override
        public String type() {
            return "IMAGES_CHANGED";
        }
    }

    /// One place of an ordered set; `seqNumber` counts from 0.
    record Member(UUID imageId, String imageUrl, String referenceId, int seqNumber) {}

    /// The set of a reference ended; `images` is always empty.
    record ImagesDeleted(String referenceId, List<Member> images) implements ImageEvent {
        public ImagesDeleted(String referenceId) {
            this(referenceId, List.of());
        }

        @Override
        public String type() {
            return "IMAGES_DELETED";
        }
    }

    /// An image's status changed; `oldStatus` is null at its creation.
    record StatusChanged(
            UUID imageId,
            String category,
            @Nullable String referenceId,
            @Nullable String oldStatus,
            String newStatus,
            String reason)
            implements ImageEvent {
        @Override
        public String type() {
            return "IMAGE_STATUS_CHANGED";
        }
    }

    /// A worker is to render this image.
    record RenderTask(UUID imageId) implements ImageEvent {
        @Override
        public String type() {
            return "RENDER_IMAGE";
        }
    }

    /// A worker is to remove this image's objects.
    record RemovalTask(UUID imageId) implements ImageEvent {
        @Override
        public String type() {
            return "REMOVE_IMAGE";
        }
    }
}
