package io.imageservice.cache;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/// The fast list of images whose objects could not be removed (S0's `failed_deletes`). The database
/// knows them too; this may be emptied at any moment.
@ApplicationScoped
public class FailedDeletes {
    private final RedisCache redis;

    FailedDeletes(RedisCache redis) {
        this.redis = redis;
    }

    /// @return whether Redis took it
    public boolean add(UUID image) {
        return redis.add(CacheKeys.FAILED_DELETES, image.toString());
    }

    /// Takes an entry out, whatever it says.
    public void remove(String entry) {
        redis.remove(CacheKeys.FAILED_DELETES, entry);
    }

    /// The entries as they are; empty when Redis is away.
    public Set<String> entries() {
        return redis.members(CacheKeys.FAILED_DELETES).orElse(Set.of());
    }
}
