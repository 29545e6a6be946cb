package io.imageservice.cache;

import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.enterprise.context.ApplicationScoped;

/// Asks Redis whether it is there, for the health pages; nothing else depends on the answer.
@ApplicationScoped
public class RedisProbe {
    private final RedisDataSource redis;

    RedisProbe(RedisDataSource redis) {
        this.redis = redis;
    }

    /// @throws RuntimeException when it does not answer
    public boolean answers() {
        return redis.execute("PING") != null;
    }
}
