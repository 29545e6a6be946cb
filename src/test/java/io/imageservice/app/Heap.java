package io.imageservice.app;

import io.imageservice.stack.Pulse;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// The highest of what was alive in the heap of another JVM.
final class Heap {
    private final AtomicBoolean wanted = new AtomicBoolean(true);
    private final AtomicLong highest = new AtomicLong();
    private final Thread sampling;

    private Heap(long pid) {
        sampling =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            while (wanted.get()) {
                                highest.accumulateAndGet(Pulse.liveHeap(pid), Math::max);
                            }
                        });
    }

    /// Looks again and again until it is asked for the highest value.
    static Heap sample(long pid) {
        return new Heap(pid);
    }

    long highest() throws InterruptedException {
        wanted.set(false);
        sampling.join();
        return highest.get();
    }
}
