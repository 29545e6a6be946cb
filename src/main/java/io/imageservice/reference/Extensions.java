package io.imageservice.reference;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// The supported file extensions, in memory like [ReferenceTypes].
@ApplicationScoped
public class Extensions {
    private final CodeCache<Extension> cache =
            new CodeCache<>(new Table<>(Extension.class), extension -> extension.code);

    /// All of them, by code.
    public List<Extension> all() {
        return cache.all();
    }

    @Scheduled(cron = "{images.sweep.reference-types}", timeZone = "{images.sweep.zone}")
    public void refresh() {
        cache.refresh();
    }
}
