package io.imageservice.cache;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Short-lived values that all pods change together: each change is on condition that nobody else
/// changed it meanwhile. While Redis is away every pod has values of its own.
@ApplicationScoped
public class Slots {
    private static final String SWAP =
            """
            local now = redis.call('get', KEYS[1])
            if (now or '') ~= ARGV[1] then return 0 end
            redis.call('set', KEYS[1], ARGV[2], 'px', ARGV[3])
            return 1
            """;

    private final RedisCache redis;
    private final Map<String, String> own = new Recent();

    Slots(RedisCache redis) {
        this.redis = redis;
    }

    public Optional<String> get(String key) {
        return redis.ask(it -> Optional.ofNullable(it.value(String.class).get(key)))
                .orElseGet(() -> owned(key));
    }

    /// @param before what it was; null = nothing
    /// @return whether it is `after` now
    public boolean swap(String key, @Nullable String before, String after, Duration life) {
        String was = before == null ? "" : before;
        String millis = Long.toString(life.toMillis());
        return redis.ask(it ->
                        it.execute("EVAL", SWAP, "1", key, was, after, millis).toInteger() == 1)
                .orElseGet(() -> swapOwn(key, was, after));
    }

    private Optional<String> owned(String key) {
        synchronized (own) {
            return Optional.ofNullable(own.get(key));
        }
    }

    private boolean swapOwn(String key, String was, String after) {
        synchronized (own) {
            boolean same = was.equals(own.getOrDefault(key, ""));
            if (same) {
                own.put(key, after);
            }
            return same;
        }
    }

    /// The values asked for last, and no more of them than a pod has memory for.
    private static final class Recent extends LinkedHashMap<String, String> {
        private static final long serialVersionUID = 1L;
        private static final int MOST = 20_000;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    }
}
