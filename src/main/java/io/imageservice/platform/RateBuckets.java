package io.imageservice.platform;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.imageservice.cache.Slots;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Token buckets all pods share: bucket4j's, kept in [Slots].
@ApplicationScoped
class RateBuckets {
    private final Manager manager;

    RateBuckets(Slots slots, LimitsConfig config) {
        this.manager = new Manager(slots, config.window().multipliedBy(2));
    }

    /// Takes one token, if there is one. Blocks: Redis is asked.
    ///
    /// @param most of the bucket, and what flows back evenly in a `window`
    ConsumptionProbe take(String key, long most, Duration window) {
        return manager.builder()
                .build("limit:" + key, () -> configuration(most, window))
                .tryConsumeAndReturnRemaining(1);
    }

    private static BucketConfiguration configuration(long most, Duration window) {
        var limit = Bandwidth.builder().capacity(most).refillGreedy(most, window).build();
        return BucketConfiguration.builder().addLimit(limit).build();
    }

    private static final class Manager extends AbstractCompareAndSwapBasedProxyManager<String> {
        private final Slots slots;
        private final Duration life;

        Manager(Slots slots, Duration life) {
            super(ClientSideConfig.getDefault());
            this.slots = slots;
            this.life = life;
        }

        @Override
        protected CompareAndSwapOperation beginCompareAndSwapOperation(String key) {
            return new CompareAndSwapOperation() {
                @Override
                public Optional<byte[]> getStateData(Optional<Long> timeout) {
                    return slots.get(key).map(Base64.getDecoder()::decode);
                }

                @Override
                public boolean compareAndSwap(
                        byte[] before,
                        byte[] after,
                        RemoteBucketState state,
                        Optional<Long> timeout) {
                    return slots.swap(key, text(before), String.valueOf(text(after)), life);
                }
            };
        }

        private static @Nullable String text(byte @Nullable [] state) {
            return state == null ? null : Base64.getEncoder().encodeToString(state);
        }

        @Override
        protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String key) {
            throw new UnsupportedOperationException("asked on threads that may block");
        }

        @Override
        protected CompletableFuture<Void> removeAsync(String key) {
            throw new UnsupportedOperationException("asked on threads that may block");
        }

        @Override
        public void removeProxy(String key) {
            throw new UnsupportedOperationException("a bucket ends by itself");
        }

        @Override
        public boolean isAsyncModeSupported() {
            return false;
        }
    }
}
