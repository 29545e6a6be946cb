package io.imageservice.engine.imageio;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.raster.Yuv;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// Lossy WebP by libwebp.
final class WebpEncoder {
    /// Of both sides; a limit of the format (RFC 9649, 14 bits).
    static final int MAX_SIDE = 16_383;

    private static final long CONFIG_METHOD = 8;
    private static final long CONFIG_BYTES = 256;
    private static final long PICTURE_BYTES = 512;
    private static final long PICTURE_COLOURS = 4;
    private static final long PICTURE_SIZE = 8;
    private static final long PICTURE_PLANES = 16;
    private static final long PICTURE_STRIDES = 40;
    private static final long PICTURE_ALPHA = 48;
    private static final long PICTURE_WRITER = 96;
    private static final long PICTURE_ERROR = 136;
    private static final int YUV420A = 4;
    private static final int OUT_OF_MEMORY = 1;

    private final LibWebp webp = LibWebp.get();
    private final MethodHandle configInit = webp.configInit();
    private final MethodHandle pictureInit = webp.pictureInit();
    private final MethodHandle pictureAlloc = webp.pictureAlloc();
    private final MethodHandle pictureFree = webp.pictureFree();
    private final MethodHandle encode = webp.encode();
    private final MethodHandle writerInit = webp.writerInit();
    private final MethodHandle writerClear = webp.writerClear();
    private final MemorySegment write = webp.symbol("WebPMemoryWrite");
    private final int effort;

    /// @param effort libwebp's method, 0 to 6
    WebpEncoder(int effort) {
        this.effort = effort;
    }

    byte[] encode(Yuv yuv, int quality) throws EngineFailure {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment config = arena.allocate(CONFIG_BYTES, 8);
            MemorySegment picture = arena.allocate(PICTURE_BYTES, 8);
            MemorySegment writer = arena.allocate(64, 8);
            sure((int) configInit.invokeExact(config, 0, (float) quality, LibWebp.ENCODER_ABI));
            config.set(JAVA_INT, CONFIG_METHOD, effort);
            sure((int) pictureInit.invokeExact(picture, LibWebp.ENCODER_ABI));
            writerInit.invokeExact(writer);
            try {
                fill(picture, yuv);
                return run(config, picture, writer);
            } finally {
                pictureFree.invokeExact(picture);
                writerClear.invokeExact(writer);
            }
        } catch (EngineFailure | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private void fill(MemorySegment picture, Yuv yuv) throws Throwable {
        picture.set(JAVA_INT, PICTURE_COLOURS, yuv.alpha().length > 0 ? YUV420A : 0);
        picture.set(JAVA_INT, PICTURE_SIZE, yuv.size().width());
        picture.set(JAVA_INT, PICTURE_SIZE + 4, yuv.size().height());
        if ((int) pictureAlloc.invokeExact(picture) == 0) {
            throw EngineFailure.tooLarge("no memory for a picture of " + yuv.size());
        }
        // libwebp's strides for planes it allocated are exactly the widths.
        plane(picture, PICTURE_PLANES, yuv.luma());
        plane(picture, PICTURE_PLANES + 8, yuv.u());
        plane(picture, PICTURE_PLANES + 16, yuv.v());
        sure(picture.get(JAVA_INT, PICTURE_STRIDES) == yuv.size().width() ? 1 : 0);
        if (yuv.alpha().length > 0) {
            plane(picture, PICTURE_ALPHA, yuv.alpha());
        }
    }

    private static void plane(MemorySegment picture, long at, byte[] bytes) {
        MemorySegment.copy(
                bytes,
                0,
                picture.get(ADDRESS, at).reinterpret(bytes.length),
                JAVA_BYTE,
                0,
                bytes.length);
    }

    private byte[] run(MemorySegment config, MemorySegment picture, MemorySegment writer)
            throws Throwable {
        picture.set(ADDRESS, PICTURE_WRITER, write);
        picture.set(ADDRESS, PICTURE_WRITER + 8, writer);
        if ((int) encode.invokeExact(config, picture) == 0) {
            int error = picture.get(JAVA_INT, PICTURE_ERROR);
            throw error <= OUT_OF_MEMORY + 1
                    ? EngineFailure.tooLarge("no memory to encode")
                    : EngineFailure.unsupported("libwebp's error " + error);
        }
        long size = writer.get(JAVA_LONG, 8);
        return writer.get(ADDRESS, 0).reinterpret(size).toArray(JAVA_BYTE);
    }

    private static void sure(int done) {
        if (done == 0) {
            throw new IllegalStateException("libwebp has another layout than ours");
        }
    }
}
