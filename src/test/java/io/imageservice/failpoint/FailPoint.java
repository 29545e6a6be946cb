package io.imageservice.failpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Runs inside the process: whoever comes by an armed point stands there until the test lets go.
public final class FailPoint {
    private static volatile @Nullable Path folder;

    private FailPoint() {}

    static void in(Path shared) {
        folder = shared;
    }

    /// Called at every point. A point is armed by a file of its name; the first to come turns it
    /// into a file named `NAME.hit` and waits until that is gone.
    public static void hit(String name) {
        var shared = folder;
        if (shared == null || !Files.exists(shared.resolve(name))) {
            return;
        }
        var hit = shared.resolve(name + ".hit");
        try {
            Files.move(shared.resolve(name), hit);
            while (Files.exists(hit)) {
                Thread.sleep(20);
            }
        } catch (IOException e) {
            return; // another thread was first
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
