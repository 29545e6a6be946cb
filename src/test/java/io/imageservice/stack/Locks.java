package io.imageservice.stack;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// File locks: they keep processes apart, and the kernel lets go of them when their holder dies.
public final class Locks {
    /// Begins the system property that says this JVM has a file open. None may be opened twice:
    /// closing it once lets go of the lock (POSIX `fcntl`). Quarkus loads this class more than
    /// once, so a static field would not know.
    private static final String OPEN = "image-service.lock.";

    private Locks() {}

    /// A lock; closing it gives it back.
    public record Held(Path file, FileChannel channel) implements AutoCloseable {
        boolean isHeld() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            if (channel.isOpen()) {
                channel.close();
                System.clearProperty(OPEN + file);
            }
        }
    }

    /// Waits for another process; callers within this JVM take turns by themselves.
    public static Held exclusive(Path path) throws IOException {
        var held = take(path, FileChannel::lock);
        return Objects.requireNonNull(held, () -> path + " is locked by this JVM already");
    }

    /// The lock, or null when it is held already, by this JVM or another.
    public static @Nullable Held tryExclusive(Path path) throws IOException {
        return take(path, FileChannel::tryLock);
    }

    private interface Way {
        @Nullable FileLock lock(FileChannel channel) throws IOException;
    }

    private static @Nullable Held take(Path path, Way way) throws IOException {
        var file = path.toAbsolutePath().normalize();
        if (System.getProperties().putIfAbsent(OPEN + file, "") != null) {
            return null;
        }
        FileLock lock = null;
        try {
            var channel = FileChannel.open(file, CREATE, WRITE);
            lock = way.lock(channel);
            if (lock == null) {
                channel.close();
                return null;
            }
            return new Held(file, channel);
        } finally {
            if (lock == null) {
                System.clearProperty(OPEN + file);
            }
        }
    }
}
