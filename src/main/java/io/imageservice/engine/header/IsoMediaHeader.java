package io.imageservice.engine.header;

import io.imageservice.engine.Header;
import io.imageservice.engine.ImageFormat;
import java.io.EOFException;
import java.util.Optional;

/// The ISO base media family (ISO 14496-12): AVIF, HEIC, HEIF, MP4 and MOV.
///
/// A still picture's size is the largest `ispe` among the properties (a grid names its whole beside
/// its tiles), a video's the largest track header's.
final class IsoMediaHeader implements HeaderReader {
    @Override
    public Optional<ImageFormat> recognise(Bytes bytes) throws EOFException {
        if (bytes.has(4, "ftyp")) {
            return IsoBrands.format(bytes);
        }
        // QuickTime before `ftyp` was invented.
        boolean old = bytes.has(4, "moov") || bytes.has(4, "wide") || bytes.has(4, "mdat");
        return old ? Optional.of(ImageFormat.MOV) : Optional.empty();
    }

    @Override
    public Header read(ImageFormat format, Bytes bytes) throws EOFException, BrokenHeader {
        IsoSizes sizes = new IsoSizes(bytes);
        sizes.walk(0, bytes.length(), 0);
        if (sizes.width() == 0 || sizes.height() == 0) {
            throw new BrokenHeader(format.video() ? "no picture track" : "no picture size");
        }
        return HeaderReader.checked(format, sizes.width(), sizes.height(), 1, sizes.orientation());
    }
}
