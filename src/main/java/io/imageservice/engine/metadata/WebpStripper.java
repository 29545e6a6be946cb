package io.imageservice.engine.metadata;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Keeps a WebP's pictures, animation and profile, and corrects its feature flags.
final class WebpStripper {
    private static final Set<String> KEPT =
            Set.of("VP8X", "ICCP", "ANIM", "ANMF", "ALPH", "VP8 ", "VP8L");
    private static final int EXIF_FLAG = 0x08;
    private static final int XMP_FLAG = 0x04;

    /// A frame's place, size, duration and flags, in front of its own chunks.
    private static final int FRAME_HEAD = 16;

    private final ByteBuffer file;
    private final int orientation;

    WebpStripper(byte[] file, int orientation) {
        this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        this.orientation = orientation;
    }

    byte[] strip() throws BrokenFile {
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.capacity());
        out.write(file.array(), 0, 12);
        int end = (int) Math.min(file.capacity(), 8 + (file.getInt(4) & 0xffff_ffffL));
        chunks(12, end, out);
        if (orientation != 1) {
            byte[] exif = OrientationExif.of(orientation);
            out.writeBytes("EXIF".getBytes(StandardCharsets.ISO_8859_1));
            out.writeBytes(four(exif.length));
            out.writeBytes(exif);
        }
        byte[] done = out.toByteArray();
        System.arraycopy(four(done.length - 8), 0, done, 4, 4);
        return done;
    }

    private void chunks(int from, int end, ByteArrayOutputStream out) throws BrokenFile {
        int at = from;
        while (at + 8 <= end) {
            int length = file.getInt(at + 4);
            if (length < 0 || length > end - at - 8) {
                throw new BrokenFile("a chunk reaches past the end");
            }
            String name = new String(file.array(), at, 4, StandardCharsets.ISO_8859_1);
            if (KEPT.contains(name)) {
                chunk(name, at, length, out);
            }
            at += 8 + length + (length & 1);
        }
    }

    private void chunk(String name, int at, int length, ByteArrayOutputStream out)
            throws BrokenFile {
        ByteArrayOutputStream body = new ByteArrayOutputStream(length);
        if (name.equals("ANMF") && length >= FRAME_HEAD) {
            body.write(file.array(), at + 8, FRAME_HEAD);
            chunks(at + 8 + FRAME_HEAD, at + 8 + length, body);
        } else {
            body.write(file.array(), at + 8, length);
        }
        byte[] bytes = body.toByteArray();
        if (name.equals("VP8X") && length > 0) {
            int exif = orientation == 1 ? 0 : EXIF_FLAG;
            bytes[0] = (byte) (bytes[0] & ~(EXIF_FLAG | XMP_FLAG) | exif);
        }
        out.write(file.array(), at, 4);
        out.writeBytes(four(bytes.length));
        out.writeBytes(bytes);
        if ((bytes.length & 1) == 1) {
            out.write(0);
        }
    }

    private static byte[] four(int value) {
        return new byte[] {
            (byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)
        };
    }
}
