package io.imageservice.engine.header;

import io.imageservice.engine.Header;
import io.imageservice.engine.ImageFormat;
import java.io.EOFException;
import java.util.Optional;

/// GIF (87a, 89a): the screen, enlarged to whatever its frames reach, and the frames by walking
/// their blocks. A file cut off in the middle counts what it has.
final class GifHeader implements HeaderReader {
    /// Far over every limit on frames; there to bound the walk.
    private static final int MAX_FRAMES = 10_000;

    private static final int IMAGE = 0x2C;
    private static final int EXTENSION = 0x21;

    @Override
    public Optional<ImageFormat> recognise(Bytes bytes) throws EOFException {
        return bytes.has(0, "GIF87a") || bytes.has(0, "GIF89a")
                ? Optional.of(ImageFormat.GIF)
                : Optional.empty();
    }

    @Override
    public Header read(ImageFormat format, Bytes bytes) throws EOFException, BrokenHeader {
        Walk walk = new Walk(bytes);
        try {
            walk.blocks();
        } catch (EOFException e) {
            if (walk.frames == 0) {
                throw e;
            }
        }
        if (walk.frames == 0) {
            throw new BrokenHeader("no frame");
        }
        return HeaderReader.checked(format, walk.width, walk.height, walk.frames, 1);
    }

    private static final class Walk {
        private final Bytes bytes;
        private int width;
        private int height;
        private int frames;

        Walk(Bytes bytes) throws EOFException {
            this.bytes = bytes;
            width = bytes.u16le(6);
            height = bytes.u16le(8);
        }

        void blocks() throws EOFException {
            long at = 13 + colours(bytes.u8(10));
            while (frames < MAX_FRAMES) {
                int block = bytes.u8(at);
                if (block == IMAGE) {
                    width = Math.max(width, bytes.u16le(at + 1) + bytes.u16le(at + 5));
                    height = Math.max(height, bytes.u16le(at + 3) + bytes.u16le(at + 7));
                    frames++;
                    at = pastSubBlocks(at + 11 + colours(bytes.u8(at + 9)));
                } else if (block == EXTENSION) {
                    at = pastSubBlocks(at + 2);
                } else {
                    return;
                }
            }
        }

        private static int colours(int flags) {
            return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
        }

        private long pastSubBlocks(long from) throws EOFException {
            long at = from;
            for (int length = bytes.u8(at); length != 0; length = bytes.u8(at)) {
                at += 1 + length;
            }
            return at + 1;
        }
    }
}
