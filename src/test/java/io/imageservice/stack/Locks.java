package io.imageservice.stack;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// File locks: they keep processes apart, and the kernel lets go of them when their holder dies.
public final class Locks {
    private Locks() {}

    /// Waits for the lock; closing the channel gives it back.
    public static FileChannel exclusive(Path file) throws IOException {
        var channel = FileChannel.open(file, CREATE, WRITE);
        channel.lock();
        return channel;
    }

    /// The lock, or null when it is held already, by this JVM or another.
    static @Nullable FileChannel tryExclusive(Path file) throws IOException {
        var channel = FileChannel.open(file, CREATE, WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // held by this JVM: the same answer
        }
        channel.close();
        return null;
    }
}
