package io.imageservice.removal;

import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

/// Does the same to many images, several at once, and counts what came of it.
final class Tally {
    private static final int AT_ONCE = 16;

    private final LongAdder done = new LongAdder();
    private final LongAdder failed = new LongAdder();

    /// Returns when all are tried; one that throws counts as failed.
    void all(Collection<UUID> images, Predicate<UUID> work) {
        Semaphore places = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (UUID image : images) {
                places.acquireUninterruptibly();
                threads.execute(() -> {
                    try {
                        one(image, work);
                    } finally {
                        places.release();
                    }
                });
            }
        }
    }

    private void one(UUID image, Predicate<UUID> work) {
        boolean success = false;
        try {
            success = work.test(image);
        } finally {
            (success ? done : failed).increment();
        }
    }

    long done() {
        return done.sum();
    }

    long failed() {
        return failed.sum();
    }
}
