package io.imageservice.engine.header;

import io.imageservice.engine.Header;
import io.imageservice.engine.ImageFormat;
import java.io.EOFException;
import java.util.Optional;

/// BMP: the old header with 16-bit sides or any of the newer ones; a negative height means that the
/// rows run from the top.
final class BmpHeader implements HeaderReader {
    private static final int CORE = 12;

    @Override
    public Optional<ImageFormat> recognise(Bytes bytes) throws EOFException {
        if (!bytes.has(0, "BM") || bytes.length() < 26) {
            return Optional.empty();
        }
        long size = bytes.u32le(14);
        return size == CORE || size >= 16 && size <= 124
                ? Optional.of(ImageFormat.BMP)
                : Optional.empty();
    }

    @Override
    public Header read(ImageFormat format, Bytes bytes) throws EOFException, BrokenHeader {
        if (bytes.u32le(14) == CORE) {
            return HeaderReader.checked(format, bytes.u16le(18), bytes.u16le(20), 1, 1);
        }
        long height = Math.abs((long) (int) bytes.u32le(22));
        return HeaderReader.checked(format, (int) bytes.u32le(18), height, 1, 1);
    }
}
