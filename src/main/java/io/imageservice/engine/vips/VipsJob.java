package io.imageservice.engine.vips;

import io.imageservice.engine.Deadline;
import io.imageservice.engine.EngineFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The native memory and the pictures of one job, all released when it is closed.
///
/// Belongs to one thread, save for [#kill].
final class VipsJob implements AutoCloseable {
    /// Enough of libvips' explanation for an operator; it repeats itself for every line.
    private static final int LONGEST_REASON = 200;

    private final Arena arena = Arena.ofConfined();
    private final List<MemorySegment> owned = new ArrayList<>();
    private final Deadline deadline;
    private boolean closed;

    VipsJob(Deadline deadline) {
        this.deadline = deadline;
    }

    MemorySegment allocate(long bytes) {
        return arena.allocate(bytes, Long.BYTES);
    }

    MemorySegment text(String text) {
        return arena.allocateFrom(text);
    }

    MemorySegment copy(byte[] bytes) {
        MemorySegment copy = allocate(bytes.length);
        copy.copyFrom(MemorySegment.ofArray(bytes));
        return copy;
    }

    /// The file's bytes. Read, not mapped: a file that shrinks under a mapping kills the process.
    MemorySegment read(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            MemorySegment bytes = allocate(Math.max(1, channel.size()));
            ByteBuffer buffer = bytes.asByteBuffer();
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
            return bytes.asSlice(0, buffer.position());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized MemorySegment own(MemorySegment object) {
        owned.add(object);
        return object;
    }

    void check() throws EngineFailure {
        deadline.check();
    }

    /// What an operation that did not succeed means: the deadline, or the bytes.
    ///
    /// @throws IllegalStateException when it is neither
    EngineFailure failed(String operation) {
        String said = said();
        return deadline.passed() ? EngineFailure.timeout() : judged(operation, said);
    }

    /// What libvips has to say since it was last asked, of all jobs; nothing of some broken files.
    static String said() {
        MemorySegment errors = LibVips.ERRORS.call();
        String all = errors.reinterpret(Long.MAX_VALUE).getString(0);
        LibVips.FREE.call(errors);
        return all;
    }

    /// @throws IllegalStateException when there is no memory: no picture is to blame, and it is
    ///   tried again
    static EngineFailure judged(String operation, String said) {
        String reason = said.lines().findFirst().orElse("no reason given");
        String why =
                operation + ": " + reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
        if (says(reason, "out of memory")) {
            throw new IllegalStateException(why);
        }
        return says(reason, "unsupported")
                ? EngineFailure.unsupported(why)
                : EngineFailure.broken(why);
    }

    private static boolean says(String reason, String what) {
        return reason.toLowerCase(Locale.ROOT).contains(what);
    }

    /// Makes whatever is being computed fail at the next line or tile. For the watchdog's thread;
    /// never while pictures are released.
    synchronized void kill() {
        if (!closed) {
            owned.forEach(image -> LibVips.KILL.call(image, 1));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        owned.reversed().forEach(LibVips.UNREF::call);
        arena.close();
    }
}
