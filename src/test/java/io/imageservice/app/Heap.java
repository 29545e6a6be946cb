package io.imageservice.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/// What is alive in the heap of another JVM: the sum of `jcmd GC.class_histogram`, which collects
/// first.
final class Heap {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private final AtomicBoolean wanted = new AtomicBoolean(true);
    private final AtomicLong highest = new AtomicLong();
    private final Thread sampling;

    private Heap(long pid) {
        sampling =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            while (wanted.get()) {
                                highest.accumulateAndGet(live(pid), Math::max);
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

    static long live(long pid) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            var process = new ProcessBuilder(jcmd, "" + pid, "GC.class_histogram").start();
            var answer = process.getInputStream().readAllBytes();
            var total = TOTAL.matcher(new String(answer, StandardCharsets.UTF_8));
            if (!total.find()) {
                throw new IllegalStateException("jcmd said no total for process " + pid);
            }
            return Long.parseLong(total.group(1));
        } catch (IOException e) {
            throw new IllegalStateException("jcmd cannot be run", e);
        }
    }
}
