package io.imageservice.engine.metadata;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/// Keeps a PNG's chunks that make the picture and its colours.
final class PngStripper {
    private static final Set<String> KEPT =
            Set.of(
                    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP",
                    "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT");

    private final byte[] file;
    private final int orientation;

    PngStripper(byte[] file, int orientation) {
        this.file = file;
        this.orientation = orientation;
    }

    byte[] strip() throws BrokenFile {
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
        ByteBuffer bytes = ByteBuffer.wrap(file);
        out.write(file, 0, 8);
        int at = 8;
        while (at + 12 <= file.length) {
            int length = bytes.getInt(at);
            if (length < 0 || length > file.length - at - 12) {
                throw new BrokenFile("a chunk reaches past the end");
            }
            String name = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (KEPT.contains(name)) {
                out.write(file, at, length + 12);
            }
            if (name.equals("IHDR") && orientation != 1) {
                out.writeBytes(exif());
            }
            if (name.equals("IEND")) {
                return out.toByteArray();
            }
            at += 12 + length;
        }
        throw new BrokenFile("no IEND");
    }

    private byte[] exif() {
        byte[] exif = OrientationExif.of(orientation);
        ByteBuffer chunk = ByteBuffer.allocate(12 + exif.length);
        chunk.putInt(exif.length);
        chunk.put("eXIf".getBytes(StandardCharsets.ISO_8859_1));
        chunk.put(exif);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + exif.length);
        return chunk.putInt((int) crc.getValue()).array();
    }
}
