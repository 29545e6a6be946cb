package io.imageservice.engine.header;

import io.imageservice.engine.Header;
import io.imageservice.engine.ImageFormat;
import java.io.EOFException;
import java.util.Optional;

/// JPEG (ITU T.81): the size stands in the frame header (SOF), the orientation in the EXIF segment.
final class JpegHeader implements HeaderReader {
    private static final int SOS = 0xDA;
    private static final int EOI = 0xD9;
    private static final int APP1 = 0xE1;

    @Override
    public Optional<ImageFormat> recognise(Bytes bytes) throws EOFException {
        return bytes.has(0, "\u00ff\u00d8\u00ff")
                ? Optional.of(ImageFormat.JPEG)
                : Optional.empty();
    }

    @Override
    public Header read(ImageFormat format, Bytes bytes) throws EOFException, BrokenHeader {
        int orientation = 1;
        long at = 2;
        while (true) {
            at = marker(bytes, at);
            int marker = bytes.u8(at);
            if (marker == SOS || marker == EOI) {
                throw new BrokenHeader("no frame header before the pixels");
            }
            if (frame(marker)) {
                return HeaderReader.checked(
                        format, bytes.u16(at + 6), bytes.u16(at + 4), 1, orientation);
            }
            if (marker == APP1 && orientation == 1 && bytes.has(at + 3, "Exif\0\0")) {
                orientation = ExifOrientation.read(bytes, at + 9, at + 1 + bytes.u16(at + 1));
            }
            at += alone(marker) ? 1 : 1 + Math.max(2, bytes.u16(at + 1));
        }
    }

    /// The place of the next marker's code, garbage and fill bytes skipped.
    private static long marker(Bytes bytes, long from) throws EOFException {
        long at = from;
        while (true) {
            while (bytes.u8(at) != 0xff) {
                at++;
            }
            while (bytes.u8(at) == 0xff) {
                at++;
            }
            if (bytes.u8(at) != 0) {
                return at;
            }
        }
    }

    private static boolean frame(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }

    private static boolean alone(int marker) {
        return marker == 0x01 || marker >= 0xD0 && marker <= 0xD8;
    }
}
