package io.imageservice.removal;

import io.imageservice.asset.SweepJob;
import io.imageservice.storage.ObjectStore;
import io.imageservice.storage.ObjectStore.Listed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Compares storage with the database, both in the order of keys: objects without a row, rows
/// without an object. What is young is left alone. It reports; orphans are removed when that is
/// switched on.
@ApplicationScoped
class Reconciler implements SweepJob {
    static final String NAME = "reconciler";

    private static final Logger LOG = Logger.getLogger(Reconciler.class);
    private static final int CHUNK = 1000;

    private final ObjectStore store;
    private final StoredKeys rows;
    private final SweepConfig config;
    private final Clock clock;

    Reconciler(ObjectStore store, StoredKeys rows, SweepConfig config, Clock clock) {
        this.store = store;
        this.rows = rows;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Long> run() {
        Comparison comparison = new Comparison(clock.instant().minus(config.reconcilerAge()));
        store.list("", comparison::next);
        return comparison.end();
    }

    /// One walk through both.
    private final class Comparison {
        private final Instant before;
        private final List<Listed> chunk = new ArrayList<>(CHUNK);
        private final Map<String, Long> counts = new TreeMap<>();
        private String walked = "";

        Comparison(Instant before) {
            this.before = before;
            List.of("objects", "orphans", "removed", "unknown", "missing")
                    .forEach(name -> counts.put(name, 0L));
        }

        void next(Listed object) {
            chunk.add(object);
            if (chunk.size() == CHUNK) {
                compare(object.key());
            }
        }

        Map<String, Long> end() {
            compare(StoredKeys.LAST);
            return counts;
        }

        private void compare(String upTo) {
            Map<String, Listed> here = new TreeMap<>();
            chunk.forEach(object -> here.put(object.key(), object));
            List<String> known = rows.between(walked, upTo, before);
            for (String key : known) {
                if (!here.containsKey(key) && store.stat(key).isEmpty() && rows.stillMissed(key)) {
                    LOG.warnf("a row's object is missing: %s", key);
                    count("missing");
                }
            }
            count("objects", here.size());
            List<String> old =
                    here.values().stream()
                            .filter(o -> o.lastModified().isBefore(before))
                            .map(Listed::key)
                            .toList();
            Map<String, UUID> made = StoredKeys.made(old);
            count("unknown", old.size() - made.size());
            rows.orphans(made).forEach(this::orphan);
            chunk.clear();
            walked = upTo;
        }

        private void orphan(String key) {
            LOG.warnf("an object without a row: %s", key);
            count("orphans");
            if (config.reconcilerRemove()) {
                store.remove(key);
                count("removed");
            }
        }

        private void count(String name) {
            count(name, 1);
        }

        private void count(String name, long by) {
            counts.merge(name, by, Long::sum);
        }
    }
}
