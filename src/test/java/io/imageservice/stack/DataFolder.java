package io.imageservice.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A folder one stack has to itself: a lock file in it is held as long as this JVM lives.
record DataFolder(Path path, boolean keep, Locks.Held lock) implements AutoCloseable {
    private static final Path ONE_AT_A_TIME = Stack.TARGET.resolve("runs.lock");

    static DataFolder open(StackOptions options) {
        try {
            return options.keep() ? take(options) : takeForOneRun(options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One JVM at a time: a folder that is made but not locked yet looks abandoned.
    private static synchronized DataFolder takeForOneRun(StackOptions options) throws IOException {
        Files.createDirectories(StackOptions.RUNS);
        try (var alone = Locks.exclusive(ONE_AT_A_TIME)) {
            removeAbandoned(StackOptions.RUNS);
            return take(options);
        }
    }

    private static DataFolder take(StackOptions options) throws IOException {
        var path = options.data();
        Files.createDirectories(path);
        var lock = Locks.tryExclusive(path.resolve("lock"));
        if (lock == null) {
            throw new StackException(
                    "The data in %s is in use by another run; stop that one first."
                            .formatted(path));
        }
        return new DataFolder(path, options.keep(), lock);
    }

    static boolean inUse(Path path) {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (var lock = Locks.tryExclusive(path.resolve("lock"))) {
            return lock == null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (!keep && lock.isHeld()) {
                remove(path);
            }
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One JVM at a time: half removed, with no lock in it any more, a folder looks abandoned.
    private static synchronized void remove(Path path) throws IOException {
        try (var alone = Locks.exclusive(ONE_AT_A_TIME)) {
            Folders.remove(path);
        }
    }

    /// A run that was killed could not clean up behind itself; the next one does.
    private static void removeAbandoned(Path runs) throws IOException {
        try (var folders = Files.newDirectoryStream(runs)) {
            for (var folder : folders) {
                try (var lock = Locks.tryExclusive(folder.resolve("lock"))) {
                    if (lock != null) {
                        Folders.remove(folder);
                    }
                } catch (NoSuchFileException e) {
                    continue; // another run was quicker
                }
            }
        }
    }
}
