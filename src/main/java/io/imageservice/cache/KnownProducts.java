package io.imageservice.cache;

import io.imageservice.reference.KnownProduct;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/// Whether a product is known, asked early to refuse cheaply. Only a yes is cached; who acts on the
/// answer asks again under the product's lock.
@ApplicationScoped
public class KnownProducts {
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final RedisCache redis;

    KnownProducts(RedisCache redis) {
        this.redis = redis;
    }

    public boolean known(UUID product) {
        String key = CacheKeys.known(product);
        if (redis.get(key).isPresent()) {
            return true;
        }
        boolean known = QuarkusTransaction.requiringNew().call(() -> KnownProduct.known(product));
        if (known) {
            redis.set(key, "1", LIFE);
        }
        return known;
    }
}
