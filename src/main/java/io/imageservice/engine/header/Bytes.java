package io.imageservice.engine.header;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file read at any place through one small window, so that walking it costs neither memory nor a
/// system call per byte. Reading past the end throws [EOFException].
final class Bytes implements Closeable {
    private static final int WINDOW = 8192;

    private final @Nullable FileChannel file;
    private final long length;
    private ByteBuffer window;
    private long start;

    private Bytes(@Nullable FileChannel file, long length, ByteBuffer window) {
        this.file = file;
        this.length = length;
        this.window = window;
    }

    static Bytes of(Path path) {
        try {
            FileChannel file = FileChannel.open(path);
            return new Bytes(file, file.size(), ByteBuffer.allocate(WINDOW).limit(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Bytes of(byte[] bytes) {
        return new Bytes(null, bytes.length, ByteBuffer.wrap(bytes));
    }

    long length() {
        return length;
    }

    int u8(long at) throws EOFException {
        if (at < start || at >= start + window.limit()) {
            move(at);
        }
        return window.get((int) (at - start)) & 0xff;
    }

    private void move(long at) throws EOFException {
        if (at < 0 || at >= length || file == null) {
            throw new EOFException("ends at %d of %d bytes".formatted(at, length));
        }
        try {
            window.clear();
            start = at;
            file.read(window, at);
            window.flip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!window.hasRemaining()) {
            throw new EOFException("ends at %d".formatted(at));
        }
    }

    int u16(long at) throws EOFException {
        return u8(at) << 8 | u8(at + 1);
    }

    int u24(long at) throws EOFException {
        return u16(at) << 8 | u8(at + 2);
    }

    long u32(long at) throws EOFException {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    int u16le(long at) throws EOFException {
        return u8(at) | u8(at + 1) << 8;
    }

    int u24le(long at) throws EOFException {
        return u16le(at) | u8(at + 2) << 16;
    }

    long u32le(long at) throws EOFException {
        return u16le(at) | (long) u16le(at + 2) << 16;
    }

    /// Whether these characters (one byte each) stand at this place; false past the end.
    boolean has(long at, String latin) throws EOFException {
        if (at < 0 || at > length - latin.length()) {
            return false;
        }
        for (int i = 0; i < latin.length(); i++) {
            if (u8(at + i) != latin.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    String latin(long at, int count) throws EOFException {
        return new String(copy(at, count), StandardCharsets.ISO_8859_1);
    }

    byte[] copy(long at, int count) throws EOFException {
        byte[] copy = new byte[count];
        for (int i = 0; i < count; i++) {
            copy[i] = (byte) u8(at + i);
        }
        return copy;
    }

    @Override
    public void close() {
        if (file == null) {
            return;
        }
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
