package io.imageservice.cache;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/// Answers with temporary links, kept in Redis. When many ask for one product at once, one of them
/// computes and the others take what it found.
///
/// An entry carries the revision of the set it shows. It is stored for a moment only and given its
/// full life after the revision was looked at again: so a reader that computed before a change and
/// stored after it leaves nothing wrong behind.
@ApplicationScoped
public class LinkCache {
    private static final Duration TRIAL = Duration.ofSeconds(20);
    private static final char SEPARATOR = '\n';

    private final RedisCache redis;
    private final Map<UUID, CompletableFuture<Entry>> flights = new ConcurrentHashMap<>();

    LinkCache(RedisCache redis) {
        this.redis = redis;
    }

    /// @param revision of the set shown
    /// @param answer as it is sent
    public record Entry(long revision, String answer) {
        String text() {
            return revision + String.valueOf(SEPARATOR) + answer;
        }

        static Optional<Entry> read(String text) {
            int end = text.indexOf(SEPARATOR);
            try {
                return Optional.of(
                        new Entry(Long.parseLong(text, 0, end, 10), text.substring(end + 1)));
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                return Optional.empty();
            }
        }
    }

    /// The cached answer, else the computed one, which is cached.
    ///
    /// @param current whether a revision is still the set's, asked after storing
    public String get(UUID product, Duration life, Supplier<Entry> compute, LongPredicate current) {
        return redis.get(CacheKeys.links(product))
                .flatMap(Entry::read)
                .orElseGet(() -> together(product, life, compute, current))
                .answer();
    }

    /// Later callers start a computation of their own; those that wait keep theirs.
    void forget(UUID product) {
        flights.remove(product);
    }

    private Entry together(
            UUID product, Duration life, Supplier<Entry> compute, LongPredicate current) {
        CompletableFuture<Entry> mine = new CompletableFuture<>();
        CompletableFuture<Entry> flight = flights.putIfAbsent(product, mine);
        if (flight != null) {
            return join(flight);
        }
        try {
            Entry entry = compute.get();
            mine.complete(entry);
            keep(CacheKeys.links(product), entry, life, current);
            return entry;
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            flights.remove(product, mine);
        }
    }

    private void keep(String key, Entry entry, Duration life, LongPredicate current) {
        redis.set(key, entry.text(), TRIAL.compareTo(life) < 0 ? TRIAL : life);
        if (current.test(entry.revision())) {
            redis.prolong(key, life);
        } else {
            redis.delete(List.of(key));
        }
    }

    private static Entry join(CompletableFuture<Entry> flight) {
        try {
            return flight.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
