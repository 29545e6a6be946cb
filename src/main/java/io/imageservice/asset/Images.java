package io.imageservice.asset;

import io.imageservice.access.Caller;
import io.imageservice.error.ErrorCode;
import io.imageservice.error.ServiceException;
import io.imageservice.image.Image;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;

/// The images a caller may see: what is another owner's is answered like what never was
/// (`images.owner-isolation`). Called inside a transaction.
@ApplicationScoped
public class Images {
    /// What an impatient reader of a TEMP image is told to wait.
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Caller caller;

    Images(Caller caller) {
        this.caller = caller;
    }

    /// @throws ServiceException `IMAGE_NOT_FOUND` when it is unknown or DELETED
    public Image alive(UUID id) {
        return Image.alive(id).filter(this::own).orElseThrow(Images::notFound);
    }

    /// Whether the caller sees it and may change it.
    public boolean own(Image image) {
        return caller.sees(image.owner);
    }

    /// Whether that holds for every image of a set. Its places are its images: a set is nobody's
    /// until it has one.
    public boolean own(Collection<UUID> ids) {
        return caller.sees() == null
                || Image.<Image>list("id in ?1", ids).stream().allMatch(this::own);
    }

    /// Demands that the caller sees this image, alive or not; where everybody sees everything, it
    /// may be gone altogether.
    public void demandOwn(UUID id) {
        if (caller.sees() != null
                && Image.<Image>findByIdOptional(id).filter(this::own).isEmpty()) {
            throw notFound();
        }
    }

    /// An image that can be fetched.
    ///
    /// @throws ServiceException `IMAGE_PROCESSING_IN_PROGRESS` (TEMP) or `IMAGE_PROCESSING_FAILED`
    public Image live(UUID id) {
        Image image = alive(id);
        return switch (image.status()) {
            case READY, CONFIRMED -> image;
            case TEMP ->
                    throw ErrorCode.IMAGE_PROCESSING_IN_PROGRESS
                            .because("the image is being rendered")
                            .retryAfter(SOON);
            case FAILED ->
                    throw ErrorCode.IMAGE_PROCESSING_FAILED.because(
                            "the image could not be rendered");
            case DELETED -> throw notFound();
        };
    }

    public static ServiceException notFound() {
        return ErrorCode.IMAGE_NOT_FOUND.because("there is no such image");
    }
}
