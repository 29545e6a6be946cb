package io.imageservice.engine.header;

import io.imageservice.engine.Header;
import io.imageservice.engine.ImageFormat;
import java.io.EOFException;
import java.util.Optional;

/// Knows one container.
interface HeaderReader {
    /// The format, by the first bytes alone.
    Optional<ImageFormat> recognise(Bytes bytes) throws EOFException;

    Header read(ImageFormat format, Bytes bytes) throws EOFException, BrokenHeader;

    /// A header checked for sides a picture can have.
    static Header checked(ImageFormat format, long width, long height, int frames, int orientation)
            throws BrokenHeader {
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw new BrokenHeader("no size: %dx%d".formatted(width, height));
        }
        return new Header(format, (int) width, (int) height, Math.max(1, frames), orientation);
    }
}
