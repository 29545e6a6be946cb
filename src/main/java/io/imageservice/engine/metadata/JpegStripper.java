package io.imageservice.engine.metadata;

import io.imageservice.engine.jpeg.CodedData;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Keeps a JPEG's tables, frames and scans, its ICC profile and Adobe's colour transform; ends at
/// EOI, so that nothing appended (motion photos, second pictures) stays.
final class JpegStripper {
    private static final int SOS = 0xDA;
    private static final int EOI = 0xD9;
    private static final int APP0 = 0xE0;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int COM = 0xFE;

    /// JFIF without its preview.
    private static final int JFIF_BYTES = 16;

    private final byte[] file;
    private final int orientation;
    private final ByteArrayOutputStream out;
    private int at = 2;

    JpegStripper(byte[] file, int orientation) {
        this.file = file;
        this.orientation = orientation;
        this.out = new ByteArrayOutputStream(file.length);
    }

    byte[] strip() throws BrokenFile {
        out.write(0xff);
        out.write(0xd8);
        boolean oriented = orientation == 1;
        while (true) {
            int marker = marker();
            if (!oriented && marker != APP0) {
                exif();
                oriented = true;
            }
            if (marker == EOI) {
                out.write(0xff);
                out.write(EOI);
                return out.toByteArray();
            }
            if (marker == 1 || marker >= 0xD0 && marker <= 0xD8) {
                continue;
            }
            segment(marker);
            if (marker == SOS) {
                entropy();
            }
        }
    }

    private int marker() throws BrokenFile {
        while (at < file.length && file[at] != (byte) 0xff) {
            at++;
        }
        while (at < file.length && file[at] == (byte) 0xff) {
            at++;
        }
        if (at >= file.length) {
            throw new BrokenFile("no end of image");
        }
        return file[at++] & 0xff;
    }

    private void segment(int marker) throws BrokenFile {
        int length = (file[at] & 0xff) << 8 | file[at + 1] & 0xff;
        if (length < 2 || at + length > file.length) {
            throw new BrokenFile("a segment reaches past the end");
        }
        if (marker == APP0 && text("JFIF\0") && length >= JFIF_BYTES) {
            keep(marker, JFIF_BYTES);
        } else if (marker < APP0
                || marker == APP2 && text("ICC_PROFILE\0")
                || marker == APP14 && text("Adobe")
                || marker > 0xEF && marker != COM) {
            keep(marker, length);
        }
        at += length;
    }

    private void keep(int marker, int length) {
        out.write(0xff);
        out.write(marker);
        out.write(length >> 8);
        out.write(length);
        boolean jfif = marker == APP0;
        out.write(file, at + 2, length - 2 - (jfif ? 2 : 0));
        if (jfif) {
            // No preview: 0 by 0 pixels.
            out.write(0);
            out.write(0);
        }
    }

    private boolean text(String latin) {
        byte[] wanted = latin.getBytes(StandardCharsets.ISO_8859_1);
        return java.util.Arrays.equals(
                wanted, 0, wanted.length, file, at + 2, at + 2 + wanted.length);
    }

    /// Copies a scan's data up to the next marker that is neither stuffing nor a restart.
    private void entropy() throws BrokenFile {
        int end = CodedData.end(file, at);
        if (end == file.length) {
            throw new BrokenFile("no end of image");
        }
        out.write(file, at, end - at);
        at = end;
    }

    private void exif() {
        byte[] exif = OrientationExif.of(orientation);
        int length = 2 + 6 + exif.length;
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) length});
        out.writeBytes("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(exif);
    }
}
