package io.imageservice.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.imageservice.cache.LinkCache.Entry;
import io.imageservice.stack.StackResource;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class LinkCacheTest {
    private static final int ASKING = 100;
    private static final Duration LIFE = Duration.ofMinutes(50);

    @Inject LinkCache cache;
    @Inject RedisDataSource redis;

    private final UUID product = UUID.randomUUID();
    private final AtomicInteger computations = new AtomicInteger();

    @Test
    void oneComputesWhenManyAskAtOnce() throws Exception {
        CountDownLatch together = new CountDownLatch(ASKING);
        List<Future<String>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < ASKING; i++) {
                answers.add(
                        threads.submit(() -> {
                            together.countDown();
                            together.await();
                            return cache.get(product, LIFE, this::computed, revision -> true);
                        }));
            }
        }

        HashSet<String> distinct = new HashSet<>();
        for (Future<String> answer : answers) {
            distinct.add(answer.get());
        }
        assertEquals(1, computations.get());
        assertEquals(1, distinct.size());
    }

    @Test
    void nothingWrongIsLeftBehindByAReaderAChangeOvertook() {
        cache.get(product, LIFE, this::computed, revision -> false);

        cache.get(product, LIFE, this::computed, revision -> true);

        assertEquals(2, computations.get());
        assertEquals(1, redis.key().exists(new String[] {"links:product:" + product}));
    }

    /// As long as signing the links of a large product with a slow database.
    private Entry computed() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new Entry(1, "answer " + computations.incrementAndGet());
    }
}
