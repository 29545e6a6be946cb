package io.imageservice.removal;

import io.imageservice.image.Cause;
import io.imageservice.image.Image;
import io.imageservice.image.ImageStatus;
import io.imageservice.messaging.JobLeases;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/// Ends images that have been in a status for too long; each is judged again under its lock.
@ApplicationScoped
class StaleImages {
    /// More than these in one run wait for the next: a run stays bounded.
    private static final int MOST = 10_000;

    private final Deletions deletions;
    private final JobLeases leases;

    StaleImages(Deletions deletions, JobLeases leases) {
        this.deletions = deletions;
        this.leases = leases;
    }

    Map<String, Long> end(
            ImageStatus status, OffsetDateTime before, String reason, Predicate<Image> also) {
        Cause cause = Cause.of("sweeper", reason);
        Predicate<Image> still =
                image ->
                        image.status() == status
                                && image.updatedAt.isBefore(before)
                                && also.test(image);
        List<UUID> stale =
                QuarkusTransaction.requiringNew().call(() -> Image.stale(status, before, MOST));
        Tally tally = new Tally(leases);
        tally.all(stale, id -> deletions.end(id, cause, still));
        return Map.of("deleted", tally.done(), "kept", tally.failed());
    }
}
