package io.imageservice.engine.header;

import io.imageservice.engine.Header;
import io.imageservice.engine.ImageFormat;
import java.io.EOFException;
import java.util.Optional;

/// WebP (RFC 9649): a bare VP8 or VP8L stream, or VP8X with its canvas, frames and EXIF.
final class WebpHeader implements HeaderReader {
    private static final int MAX_CHUNKS = 20_000;

    @Override
    public Optional<ImageFormat> recognise(Bytes bytes) throws EOFException {
        return bytes.has(0, "RIFF") && bytes.has(8, "WEBP")
                ? Optional.of(ImageFormat.WEBP)
                : Optional.empty();
    }

    @Override
    public Header read(ImageFormat format, Bytes bytes) throws EOFException, BrokenHeader {
        return switch (bytes.latin(12, 4)) {
            case "VP8 " -> lossy(bytes);
            case "VP8L" -> lossless(bytes);
            case "VP8X" -> extended(bytes);
            default -> throw new BrokenHeader("does not begin with VP8, VP8L or VP8X");
        };
    }

    private static Header lossy(Bytes bytes) throws EOFException, BrokenHeader {
        if (!bytes.has(23, "\u009d\u0001\u002a")) {
            throw new BrokenHeader("no key frame");
        }
        return HeaderReader.checked(
                ImageFormat.WEBP, bytes.u16le(26) & 0x3fff, bytes.u16le(28) & 0x3fff, 1, 1);
    }

    private static Header lossless(Bytes bytes) throws EOFException, BrokenHeader {
        if (bytes.u8(20) != 0x2f) {
            throw new BrokenHeader("no VP8L signature");
        }
        long bits = bytes.u32le(21);
        return HeaderReader.checked(
                ImageFormat.WEBP, (bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1, 1, 1);
    }

    private static Header extended(Bytes bytes) throws EOFException, BrokenHeader {
        int frames = 0;
        int orientation = 1;
        long at = 12;
        for (int i = 0; i < MAX_CHUNKS && at + 8 <= bytes.length(); i++) {
            long length = bytes.u32le(at + 4);
            if (bytes.has(at, "ANMF")) {
                frames++;
            } else if (bytes.has(at, "EXIF")) {
                // Some writers put JPEG's marker before the TIFF header.
                long tiff = at + (bytes.has(at + 8, "Exif\0\0") ? 14 : 8);
                orientation = ExifOrientation.read(bytes, tiff, at + 8 + length);
            }
            at += 8 + length + (length & 1);
        }
        return HeaderReader.checked(
                ImageFormat.WEBP, bytes.u24le(24) + 1, bytes.u24le(27) + 1, frames, orientation);
    }
}
