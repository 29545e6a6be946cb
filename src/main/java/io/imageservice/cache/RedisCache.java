package io.imageservice.cache;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.value.SetArgs;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// Redis, of which nothing is ever expected: a failure is an empty answer, and after one Redis is
/// left alone for a moment, so that callers do not queue up behind its timeout.
@ApplicationScoped
class RedisCache {
    private static final Logger LOG = Logger.getLogger(RedisCache.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RedisDataSource redis;
    private volatile long pausedUntil = System.nanoTime();

    RedisCache(RedisDataSource redis) {
        this.redis = redis;
    }

    /// Quarkus makes its Redis client at the first use, and two threads that are first at once end
    /// the start: here, before any thread that asks it.
    void make(@Observes @Priority(1) StartupEvent event) {
        redis.getReactive();
    }

    Optional<String> get(String key) {
        return ask(it -> Optional.ofNullable(it.value(String.class).get(key)))
                .orElse(Optional.empty());
    }

    void set(String key, String value, Duration life) {
        ask(it -> {
            it.value(String.class).set(key, value, new SetArgs().px(life));
            return true;
        });
    }

    /// Gives an entry that is still there another life.
    void prolong(String key, Duration life) {
        ask(it -> it.key().pexpire(key, life));
    }

    /// @return whether Redis took it
    boolean delete(List<String> keys) {
        return ask(it -> it.key().del(keys.toArray(String[]::new))).isPresent();
    }

    /// @return whether Redis took it
    boolean add(String set, String member) {
        return ask(it -> it.set(String.class).sadd(set, member)).isPresent();
    }

    void remove(String set, String member) {
        ask(it -> it.set(String.class).srem(set, member));
    }

    Optional<Set<String>> members(String set) {
        return ask(it -> it.set(String.class).smembers(set));
    }

    /// @return empty when Redis is away
    <T> Optional<T> ask(Function<RedisDataSource, T> question) {
        if (System.nanoTime() - pausedUntil < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(question.apply(redis));
        } catch (RuntimeException e) {
            pausedUntil = System.nanoTime() + PAUSE.toNanos();
            LOG.warnf("Redis does not answer, going on without: %s", e.getMessage());
            return Optional.empty();
        }
    }
}
