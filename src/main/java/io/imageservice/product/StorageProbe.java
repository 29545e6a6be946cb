package io.imageservice.product;

import io.imageservice.error.ErrorCode;
import io.imageservice.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/// Whether storage answers, known for at most 5 s: signing asks nobody, but a link nobody can
/// follow is no answer (spec 2-http-api.md).
@ApplicationScoped
class StorageProbe {
    private static final Duration AGE = Duration.ofSeconds(5);

    private final ObjectStore store;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile long knownUntil = System.nanoTime();
    private volatile boolean reachable;

    StorageProbe(ObjectStore store) {
        this.store = store;
    }

    /// @throws io.imageservice.error.ServiceException `STORAGE_UNAVAILABLE` with 500, as S0 says
    void demand() {
        if (!reachable()) {
            throw ErrorCode.STORAGE_UNAVAILABLE.because("object storage does not answer").as(500);
        }
    }

    private boolean reachable() {
        asking.lock();
        try {
            if (System.nanoTime() - knownUntil >= 0) {
                reachable = ask();
                knownUntil = System.nanoTime() + AGE.toNanos();
            }
            return reachable;
        } finally {
            asking.unlock();
        }
    }

    private boolean ask() {
        try {
            return store.reachable();
        } catch (RuntimeException e) {
            return false;
        }
    }
}
