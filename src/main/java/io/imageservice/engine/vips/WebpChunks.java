package io.imageservice.engine.vips;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Takes the metadata out of a WebP file, which `webpsave` of libvips 8.14 writes even with
/// `strip`.
///
/// Works on files libwebp just wrote, so their chunks are sound. RFC 9649, section 2.
final class WebpChunks {
    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;

    /// In the first byte of `VP8X`: profile, EXIF and XMP; and what makes the chunk needed.
    private static final int METADATA = 0x20 | 0x08 | 0x04;

    private static final int ALPHA_OR_ANIMATION = 0x10 | 0x02;

    private WebpChunks() {}

    static byte[] withoutMetadata(byte[] webp) {
        ByteBuffer in = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
        ByteArrayOutputStream out = new ByteArrayOutputStream(webp.length);
        out.write(webp, 0, RIFF_HEADER);
        for (int at = RIFF_HEADER; at + CHUNK_HEADER <= webp.length; ) {
            int size = in.getInt(at + 4);
            int end = Math.min(webp.length, at + CHUNK_HEADER + size + (size & 1));
            if (kept(webp, at)) {
                out.write(webp, at, end - at);
            }
            at = end;
        }
        byte[] bare = out.toByteArray();
        ByteBuffer.wrap(bare).order(ByteOrder.LITTLE_ENDIAN).putInt(4, bare.length - 8);
        return bare;
    }

    private static boolean kept(byte[] webp, int at) {
        return switch (new String(webp, at, 4, StandardCharsets.ISO_8859_1)) {
            case "EXIF", "XMP ", "ICCP" -> false;
            case "VP8X" -> {
                webp[at + CHUNK_HEADER] &= ~METADATA;
                yield (webp[at + CHUNK_HEADER] & ALPHA_OR_ANIMATION) != 0;
            }
            default -> true;
        };
    }
}
