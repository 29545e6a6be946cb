package io.imageservice.engine.imageio;

import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.Header;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// A WebP file's still picture, or an animation's first frame made a file of its own.
///
/// @param file what libwebp's still decoder takes
/// @param left,top where it lies on the canvas
/// @param alpha whether pixels may be transparent: the frame's own, or canvas left uncovered
/// @param profile the file's ICC profile
@SuppressWarnings("ArrayRecordComponent") // never compared
record WebpFrame(
        byte[] file,
        int left,
        int top,
        int width,
        int height,
        boolean alpha,
        Optional<byte[]> profile) {

    static WebpFrame first(byte[] bytes, Header header) throws EngineFailure {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int from = 12;
        Optional<byte[]> profile = Optional.empty();
        boolean alpha = false;
        while (from + 8 <= bytes.length) {
            int length = length(file, from);
            switch (name(bytes, from)) {
                case "ICCP" ->
                        profile =
                                Optional.of(Arrays.copyOfRange(bytes, from + 8, from + 8 + length));
                case "ANMF" -> {
                    return frame(file, from + 8, length, header, profile);
                }
                case "ALPH" -> alpha = true;
                case "VP8 " -> {
                    return still(bytes, header, alpha, profile);
                }
                case "VP8L" -> {
                    return still(bytes, header, lossless(file, from, length), profile);
                }
                default -> {}
            }
            from += 8 + length + (length & 1);
        }
        throw EngineFailure.broken("no picture inside");
    }

    private static WebpFrame still(
            byte[] bytes, Header header, boolean alpha, Optional<byte[]> profile) {
        return new WebpFrame(bytes, 0, 0, header.width(), header.height(), alpha, profile);
    }

    /// The bit behind the sides.
    private static boolean lossless(ByteBuffer file, int at, int length) {
        return length >= 5 && (file.get(at + 12) & 0x10) != 0;
    }

    private static WebpFrame frame(
            ByteBuffer file, int body, int length, Header header, Optional<byte[]> profile)
            throws EngineFailure {
        if (length < 24) {
            throw EngineFailure.broken("a frame without a picture");
        }
        int left = u24(file, body) * 2;
        int top = u24(file, body + 3) * 2;
        int width = u24(file, body + 6) + 1;
        int height = u24(file, body + 9) + 1;
        if (left + width > header.width() || top + height > header.height()) {
            throw EngineFailure.broken("a frame reaches over its canvas");
        }
        byte[] chunks = Arrays.copyOfRange(file.array(), body + 16, body + length);
        return new WebpFrame(alone(chunks, width, height), left, top, width, height, true, profile);
    }

    private static byte[] alone(byte[] chunks, int width, int height) {
        ByteBuffer whole = ByteBuffer.allocate(30 + chunks.length).order(ByteOrder.LITTLE_ENDIAN);
        whole.put(latin("RIFF")).putInt(22 + chunks.length).put(latin("WEBPVP8X")).putInt(10);
        whole.putInt(0x10);
        whole.put(threeBytes(width - 1)).put(threeBytes(height - 1));
        return whole.put(chunks).array();
    }

    private static byte[] threeBytes(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16)};
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int u24(ByteBuffer file, int at) {
        return (file.getShort(at) & 0xffff) | (file.get(at + 2) & 0xff) << 16;
    }

    private static int length(ByteBuffer file, int at) throws EngineFailure {
        int length = file.getInt(at + 4);
        if (length < 0 || length > file.capacity() - at - 8) {
            throw EngineFailure.broken("a chunk reaches past the end");
        }
        return length;
    }

    private static String name(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }
}
