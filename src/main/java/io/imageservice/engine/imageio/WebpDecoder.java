package io.imageservice.engine.imageio;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.imageservice.engine.Deadline;
import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.Header;
import io.imageservice.engine.raster.RowSink;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// WebP by libwebp; of an animation the first frame, on its canvas.
final class WebpDecoder implements Decoder {
    private final MethodHandle info = LibWebp.get().info();
    private final MethodHandle rgb = LibWebp.get().decodeInto("WebPDecodeRGBInto");
    private final MethodHandle rgba = LibWebp.get().decodeInto("WebPDecodeRGBAInto");

    @Override
    public void decode(byte[] bytes, Header header, Opening opening, Deadline deadline)
            throws EngineFailure {
        WebpFrame frame = WebpFrame.first(bytes, header);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment file = arena.allocate(frame.file().length);
            MemorySegment.copy(frame.file(), 0, file, JAVA_BYTE, 0, frame.file().length);
            sizes(file, frame, arena);
            int channels = frame.alpha() ? 4 : 3;
            long length = (long) frame.width() * frame.height() * channels;
            MemorySegment pixels = arena.allocate(length);
            pixels(frame, file, pixels);
            deadline.check();
            RowSink sink =
                    IccRows.around(
                            opening.open(channels), frame.profile(), header.width(), channels);
            send(frame, pixels, new byte[header.width() * channels], sink, header.height());
        }
    }

    /// That the stream inside has the size its container shows.
    private void sizes(MemorySegment file, WebpFrame frame, Arena arena) throws EngineFailure {
        MemorySegment width = arena.allocate(JAVA_INT);
        MemorySegment height = arena.allocate(JAVA_INT);
        int known;
        try {
            known = (int) info.invokeExact(file, file.byteSize(), width, height);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        boolean same =
                width.get(JAVA_INT, 0) == frame.width()
                        && height.get(JAVA_INT, 0) == frame.height();
        if (known == 0 || !same) {
            throw EngineFailure.broken("the stream contradicts its container");
        }
    }

    private void pixels(WebpFrame frame, MemorySegment file, MemorySegment out)
            throws EngineFailure {
        int stride = frame.width() * (frame.alpha() ? 4 : 3);
        MemorySegment result;
        try {
            result =
                    frame.alpha()
                            ? (MemorySegment)
                                    rgba.invokeExact(
                                            file, file.byteSize(), out, out.byteSize(), stride)
                            : (MemorySegment)
                                    rgb.invokeExact(
                                            file, file.byteSize(), out, out.byteSize(), stride);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        if (result.address() == 0) {
            throw EngineFailure.broken("libwebp cannot decode it");
        }
    }

    private static void send(
            WebpFrame frame, MemorySegment pixels, byte[] row, RowSink sink, int height) {
        int channels = frame.alpha() ? 4 : 3;
        int stride = frame.width() * channels;
        for (int y = 0; y < height; y++) {
            int inside = y - frame.top();
            if (inside >= 0 && inside < frame.height()) {
                long from = (long) inside * stride;
                MemorySegment.copy(pixels, JAVA_BYTE, from, row, frame.left() * channels, stride);
            } else {
                java.util.Arrays.fill(row, (byte) 0);
            }
            sink.row(row, 0);
        }
    }
}
