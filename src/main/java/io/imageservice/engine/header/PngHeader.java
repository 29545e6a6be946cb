package io.imageservice.engine.header;

import io.imageservice.engine.Header;
import io.imageservice.engine.ImageFormat;
import java.io.EOFException;
import java.util.Optional;

/// PNG (RFC 2083 and its third edition): IHDR, the frames of `acTL`, the orientation of `eXIf`.
final class PngHeader implements HeaderReader {
    private static final int MAX_CHUNKS = 100_000;

    @Override
    public Optional<ImageFormat> recognise(Bytes bytes) throws EOFException {
        return bytes.has(0, "\u0089PNG\r\n\u001a\n")
                ? Optional.of(ImageFormat.PNG)
                : Optional.empty();
    }

    @Override
    public Header read(ImageFormat format, Bytes bytes) throws EOFException, BrokenHeader {
        if (!bytes.has(12, "IHDR")) {
            throw new BrokenHeader("does not begin with IHDR");
        }
        Header still = HeaderReader.checked(format, bytes.u32(16), bytes.u32(20), 1, 1);
        int frames = 1;
        int orientation = 1;
        long at = 8;
        for (int i = 0; i < MAX_CHUNKS && at + 8 <= bytes.length(); i++) {
            long length = bytes.u32(at);
            if (bytes.has(at + 4, "IEND")) {
                break;
            }
            if (bytes.has(at + 4, "acTL")) {
                frames = (int) Math.clamp(bytes.u32(at + 8), 1, Integer.MAX_VALUE);
            } else if (bytes.has(at + 4, "eXIf")) {
                orientation = ExifOrientation.read(bytes, at + 8, at + 8 + length);
            }
            at += 12 + length;
        }
        return new Header(format, still.width(), still.height(), frames, orientation);
    }
}
