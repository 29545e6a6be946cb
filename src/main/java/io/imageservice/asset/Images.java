package io.imageservice.asset;

import io.imageservice.error.ErrorCode;
import io.imageservice.error.ServiceException;
import io.imageservice.image.Image;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/// The images a caller may see. Called inside a transaction.
@ApplicationScoped
public class Images {
    /// What an impatient reader of a TEMP image is told to wait.
    private static final Duration SOON = Duration.ofSeconds(1);

    /// @throws ServiceException `IMAGE_NOT_FOUND` when it is unknown or DELETED
    public Image alive(UUID id) {
        return Image.alive(id).orElseThrow(Images::notFound);
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
