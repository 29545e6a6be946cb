package io.imageservice.removal;

import io.imageservice.asset.Lifecycle;
import io.imageservice.asset.SweepJob;
import io.imageservice.cache.FailedDeletes;
import io.imageservice.image.Image;
import io.imageservice.messaging.JobLeases;
import io.imageservice.reference.Products;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Tries every removal again that is open: what Redis lists, and what the database says is DELETED
/// and not yet verified gone. One failure does not stop the rest.
@ApplicationScoped
class FailedDeletesSweep implements SweepJob {
    static final String NAME = "failed-deletes";

    private static final int PAGE = 500;

    private final FailedDeletes failed;
    private final Removals removals;
    private final Lifecycle lifecycle;
    private final JobLeases leases;

    FailedDeletesSweep(
            FailedDeletes failed, Removals removals, Lifecycle lifecycle, JobLeases leases) {
        this.failed = failed;
        this.removals = removals;
        this.lifecycle = lifecycle;
        this.leases = leases;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Long> run() {
        Tally tally = new Tally(leases);
        tally.all(listed(), removals::once);
        OffsetDateTime until = lifecycle.now();
        Optional<Image> last = Optional.empty();
        while (true) {
            List<Image> page = page(last, until);
            if (page.isEmpty()) {
                return Map.of("removed", tally.done(), "failed", tally.failed());
            }
            tally.all(page.stream().map(image -> image.id).toList(), removals::once);
            last = Optional.of(page.getLast());
        }
    }

    private Set<UUID> listed() {
        Set<UUID> ids = new LinkedHashSet<>();
        for (String entry : failed.entries()) {
            Products.parse(entry).ifPresentOrElse(ids::add, () -> failed.remove(entry));
        }
        return ids;
    }

    private static List<Image> page(Optional<Image> last, OffsetDateTime until) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        last.isEmpty()
                                ? Image.unpurged(until, PAGE)
                                : Image.unpurged(last.get(), until, PAGE));
    }
}
