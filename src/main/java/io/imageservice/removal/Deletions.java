package io.imageservice.removal;

import io.imageservice.asset.ImageLocks;
import io.imageservice.asset.Images;
import io.imageservice.asset.Retirement;
import io.imageservice.error.ErrorCode;
import io.imageservice.image.Cause;
import io.imageservice.image.Image;
import io.imageservice.image.ImageStatus;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// Ends single images because somebody said so, or because they are stale.
@ApplicationScoped
class Deletions {
    private static final int ATTEMPTS = 5;

    private final ImageLocks locks;
    private final Retirement retirement;
    private final Images images;

    Deletions(ImageLocks locks, Retirement retirement, Images images) {
        this.locks = locks;
        this.retirement = retirement;
        this.images = images;
    }

    /// Ends an image of the caller's; an unknown or deleted one is `IMAGE_NOT_FOUND`.
    void delete(UUID id, Cause cause) {
        if (!end(id, cause, image -> image.status() != ImageStatus.DELETED && images.own(image))) {
            throw ErrorCode.IMAGE_NOT_FOUND.because("there is no image of this id");
        }
    }

    /// Ends an image if it is, under its lock, still what the caller takes it for.
    boolean end(UUID id, Cause cause, Predicate<Image> still) {
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(() -> attempt(id, cause, still));
            } catch (ImageLocks.MovedException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private boolean attempt(UUID id, Cause cause, Predicate<Image> still) {
        Optional<Image> image = locks.lock(id).filter(still);
        image.ifPresent(found -> retirement.retire(found, cause));
        return image.isPresent();
    }
}
