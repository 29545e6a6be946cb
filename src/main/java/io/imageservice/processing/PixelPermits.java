package io.imageservice.processing;

import java.util.concurrent.Semaphore;

/// Bounds memory by decoded pixels rather than by jobs (ADR 0006). First come, first served, so
/// that a large picture is not passed over for ever by small ones.
final class PixelPermits {
    private final int total;
    private final Semaphore free;

    PixelPermits(int total) {
        this.total = total;
        this.free = new Semaphore(total, true);
    }

    /// Waits until so many pixels are free. A need above the whole pool takes the whole pool: the
    /// start checked that the largest accepted picture fits, the rest is what its renditions add.
    Held take(long pixels) throws InterruptedException {
        int weight = (int) Math.clamp(pixels, 1, total);
        free.acquire(weight);
        return () -> free.release(weight);
    }

    int total() {
        return total;
    }

    int inUse() {
        return total - free.availablePermits();
    }

    /// Permits in hand; closing gives them back.
    interface Held extends AutoCloseable {
        @Override
        void close();
    }
}
