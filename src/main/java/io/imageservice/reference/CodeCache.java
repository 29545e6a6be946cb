package io.imageservice.reference;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// A small table in memory, by code: read whole at first use, on [#refresh] and when it was read an
/// hour ago (an api pod keeps no schedules), read through on a miss. While the database is away
/// what was read last is still answered.
final class CodeCache<T> {
    /// Where the rows come from.
    interface Source<T> {
        List<T> all();

        Optional<T> one(String code);
    }

    private static final Logger LOG = Logger.getLogger(CodeCache.class);
    private static final Duration MAX_AGE = Duration.ofHours(1);

    private final Source<T> source;
    private final Function<T, String> code;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile Map<String, T> rows = Map.of();
    private volatile long readAt;

    CodeCache(Source<T> source, Function<T, String> code) {
        this.source = source;
        this.code = code;
    }

    Optional<T> find(String wanted) {
        T row = loaded().get(wanted);
        return row != null ? Optional.of(row) : source.one(wanted).map(this::keep);
    }

    /// All rows, by code.
    List<T> all() {
        return List.copyOf(loaded().values());
    }

    /// Reads the table again; also forgets what is gone.
    void refresh() {
        replace(source.all());
    }

    private Map<String, T> loaded() {
        if (rows.isEmpty()) {
            refresh();
        } else if (System.nanoTime() - readAt > MAX_AGE.toNanos()) {
            refreshOrKeep();
        }
        return rows;
    }

    private void refreshOrKeep() {
        readAt = System.nanoTime();
        try {
            refresh();
        } catch (RuntimeException e) {
            LOG.warnf("kept what was read before: %s", e.getMessage());
        }
    }

    private T keep(T row) {
        writing.lock();
        try {
            TreeMap<String, T> next = new TreeMap<>(rows);
            next.put(code.apply(row), row);
            rows = next;
            return row;
        } finally {
            writing.unlock();
        }
    }

    private void replace(List<T> all) {
        writing.lock();
        try {
            TreeMap<String, T> next = new TreeMap<>();
            all.forEach(row -> next.put(code.apply(row), row));
            rows = next;
            readAt = System.nanoTime();
        } finally {
            writing.unlock();
        }
    }
}
