package io.imageservice.reference;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// The reference types, in memory: read at first use, again by schedule (every pod its own, so
/// without a lease), and through to the database on a miss. Nobody writes what it answers.
@ApplicationScoped
public class ReferenceTypes {
    private final CodeCache<ReferenceType> cache =
            new CodeCache<>(new Table<>(ReferenceType.class), type -> type.code);

    public Optional<ReferenceType> find(String code) {
        return cache.find(code);
    }

    /// All of them, by code.
    public List<ReferenceType> all() {
        return cache.all();
    }

    @Scheduled(cron = "{images.sweep.reference-types}", timeZone = "{images.sweep.zone}")
    public void refresh() {
        cache.refresh();
    }
}
