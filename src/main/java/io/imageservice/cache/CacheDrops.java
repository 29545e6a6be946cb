package io.imageservice.cache;

import io.imageservice.reference.Products;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// Drops cached entries with the transaction that makes them wrong: at once after its commit, and
/// once more from a row of that transaction, until Redis took it. The second time also catches what
/// a reader put back in between.
@ApplicationScoped
public class CacheDrops {
    private static final int BATCH = 500;

    private final RedisCache redis;
    private final LinkCache computations;
    private final TransactionSynchronizationRegistry transactions;
    private final Clock clock;

    CacheDrops(
            RedisCache redis,
            LinkCache computations,
            TransactionSynchronizationRegistry transactions,
            Clock clock) {
        this.redis = redis;
        this.computations = computations;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// The links of a reference's set; only products have such.
    @Transactional(TxType.MANDATORY)
    public void linksOf(String category, String referenceId) {
        Products.id(category, referenceId).ifPresent(this::links);
    }

    /// Everything that is cached of a product.
    @Transactional(TxType.MANDATORY)
    public void product(UUID product) {
        links(product);
        drop(CacheKeys.known(product), () -> {});
    }

    /// Does again what is left. Any number of pods may be at it: dropping twice is dropping.
    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void again() {
        List<CacheDrop> drops =
                QuarkusTransaction.requiringNew().call(() -> CacheDrop.oldest(BATCH));
        if (!drops.isEmpty() && redis.delete(drops.stream().map(drop -> drop.key).toList())) {
            List<Long> done = drops.stream().map(drop -> drop.id).toList();
            QuarkusTransaction.requiringNew().run(() -> CacheDrop.delete("id in ?1", done));
        }
    }

    private void links(UUID product) {
        drop(CacheKeys.links(product), () -> computations.forget(product));
    }

    private void drop(String key, Runnable here) {
        CacheDrop.of(key, clock.instant()).persist();
        transactions.registerInterposedSynchronization(new AfterCommit(key, here));
    }

    private final class AfterCommit implements Synchronization {
        private final String key;
        private final Runnable here;

        AfterCommit(String key, Runnable here) {
            this.key = key;
            this.here = here;
        }

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                here.run();
                redis.delete(List.of(key));
            }
        }
    }
}
