package io.imageservice.removal;

import io.imageservice.messaging.JobLeases;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

/// Does the same to many images, several at once, and counts what came of it.
final class Tally {
    private static final int AT_ONCE = 16;

    private final JobLeases leases;
    private final LongAdder done = new LongAdder();
    private final LongAdder failed = new LongAdder();

    /// @param leases of the job that counts
    Tally(JobLeases leases) {
        this.leases = leases;
    }

    /// Returns when all are tried; one that throws counts as failed.
    ///
    /// @throws CancellationException when the process is told to end: those begun are tried, the
    ///   others left
    void all(Collection<UUID> images, Predicate<UUID> work) {
        Semaphore places = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (UUID image : images) {
                if (leases.leaving()) {
                    throw new CancellationException("the process ends");
                }
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
