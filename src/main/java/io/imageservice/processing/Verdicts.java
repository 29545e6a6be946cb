package io.imageservice.processing;

import io.imageservice.asset.ImageLocks;
import io.imageservice.asset.Lifecycle;
import io.imageservice.asset.RenderingHook;
import io.imageservice.asset.Retirement;
import io.imageservice.engine.Look;
import io.imageservice.error.ErrorCode;
import io.imageservice.event.Topics;
import io.imageservice.image.Cause;
import io.imageservice.image.Image;
import io.imageservice.image.ImageStatus;
import io.imageservice.image.StoredObject;
import io.imageservice.messaging.Arrived;
import io.imageservice.messaging.DeadLetters;
import io.imageservice.messaging.Inbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The last transaction of a job. It locks the image and demands that it still is TEMP and the
/// lease still ours (spec 3-events.md, "Rendering against deletion").
@ApplicationScoped
class Verdicts {
    private static final int LONGEST_DETAIL = 1000;
    private static final int MOVES = 5;

    private final ImageLocks locks;
    private final Lifecycle lifecycle;
    private final Retirement retirement;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final Instance<RenderingHook> hooks;

    Verdicts(
            ImageLocks locks,
            Lifecycle lifecycle,
            Retirement retirement,
            Inbox inbox,
            DeadLetters deadLetters,
            Instance<RenderingHook> hooks) {
        this.locks = locks;
        this.lifecycle = lifecycle;
        this.retirement = retirement;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.hooks = hooks;
    }

    /// What became of the image.
    enum End {
        DONE,
        /// It had ended, or was somebody else's: what was stored is queued for removal, or is
        /// theirs.
        ABANDONED,
        /// Its row is gone: the caller removes what was stored.
        GONE
    }

    End ready(Job job, Rendering.Finished finished, String messageId) {
        return inTransaction(() -> ready(locks.lock(job.imageId()), job, finished, messageId));
    }

    private End ready(
            Optional<Image> found, Job job, Rendering.Finished finished, String messageId) {
        inbox.first(messageId);
        if (found.isEmpty()) {
            return End.GONE;
        }
        Image image = found.get();
        if (!own(job).test(image)) {
            leave(image, finished.products());
            return End.ABANDONED;
        }
        record(image, finished.products());
        look(image, finished.look());
        image.release();
        lifecycle.become(image, ImageStatus.READY, cause("rendered"));
        hooks.forEach(hook -> hook.ready(image));
        return End.DONE;
    }

    /// A deleted image's objects are removed by what its rows say, so they must name these too.
    private void leave(Image image, List<Product> products) {
        if (image.status() == ImageStatus.DELETED) {
            record(image, products);
            retirement.remove(image);
        }
    }

    private static void record(Image image, List<Product> products) {
        StoredObject.delete("imageId = ?1 and rendition <> ?2", image.id, StoredObject.ORIGINAL);
        products.forEach(product -> product.row(image.id).persist());
    }

    private static void look(Image image, @Nullable Look look) {
        if (look != null) {
            image.blurHash = look.blurHash();
            image.dominantColour = look.dominantColour();
            image.perceptualHash = look.perceptualHash();
        }
    }

    /// The image can never be rendered.
    End failed(Job job, ErrorCode code, String why, String messageId) {
        return inTransaction(() -> {
            inbox.first(messageId);
            return fail(job, code, why);
        });
    }

    /// It was tried as often as it may be: FAILED, and the task is a dead letter.
    End dead(Job job, String why, int attempts, Arrived task, String messageId) {
        return inTransaction(() -> {
            End end = fail(job, ErrorCode.IMAGE_PROCESSING_FAILED, why);
            if (inbox.first(messageId) && end == End.DONE) {
                deadLetters.add(
                        Topics.TASKS_DLQ, new DeadLetters.Dead(task, why, attempts, job.imageId()));
            }
            return end;
        });
    }

    private End fail(Job job, ErrorCode code, String why) {
        Optional<Image> own = locks.lock(job.imageId()).filter(own(job));
        if (own.isEmpty()) {
            return End.ABANDONED;
        }
        Image image = own.get();
        image.errorCode = code.name();
        image.errorDetail = why.length() <= LONGEST_DETAIL ? why : why.substring(0, LONGEST_DETAIL);
        image.release();
        lifecycle.become(image, ImageStatus.FAILED, cause(why));
        hooks.forEach(hook -> hook.failed(image));
        return End.DONE;
    }

    private static Predicate<Image> own(Job job) {
        return image -> image.status() == ImageStatus.TEMP && image.leasedBy(job.lease());
    }

    private static Cause cause(String reason) {
        return Cause.of("worker", reason);
    }

    private static End inTransaction(Supplier<End> work) {
        for (int moves = 1; ; moves++) {
            try {
                return QuarkusTransaction.requiringNew().call(work::get);
            } catch (ImageLocks.MovedException e) {
                if (moves == MOVES) {
                    throw e;
                }
            }
        }
    }
}
