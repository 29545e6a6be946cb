package io.imageservice.engine.imageio;

import io.imageservice.engine.EngineFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/// The chunks of a PNG that decoding needs; of a critical one the checksum must hold.
///
/// @param kind the colour type: 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA
/// @param palette RGB triples, empty without
/// @param transparency the `tRNS` chunk, empty without
/// @param data the IDAT chunks, as stretches of the file
@SuppressWarnings("ArrayRecordComponent") // never compared
record PngChunks(
        int width,
        int height,
        int depth,
        int kind,
        boolean interlaced,
        byte[] palette,
        byte[] transparency,
        Optional<byte[]> profile,
        List<ByteBuffer> data) {
    private static final int MAX_PROFILE = 4 << 20;

    static PngChunks read(byte[] file) throws EngineFailure {
        byte[] palette = {};
        byte[] transparency = {};
        Optional<byte[]> profile = Optional.empty();
        List<ByteBuffer> data = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(file);
        byte[] head = chunk(bytes, 8, "IHDR");
        int at = 8;
        while (at + 12 <= file.length) {
            int length = bytes.getInt(at);
            if (length < 0 || length > file.length - at - 12) {
                throw EngineFailure.broken("a chunk reaches past the end");
            }
            switch (new String(file, at + 4, 4, StandardCharsets.ISO_8859_1)) {
                case "PLTE" -> palette = chunk(bytes, at, "PLTE");
                case "tRNS" -> transparency = chunk(bytes, at, "tRNS");
                case "iCCP" -> profile = profile(bytes, at, length);
                case "IDAT" -> data.add(checked(bytes, at, length));
                case "IEND" -> at = file.length;
                default -> {}
            }
            at = at == file.length ? at : at + 12 + length;
        }
        return of(ByteBuffer.wrap(head), palette, transparency, profile, data);
    }

    private static PngChunks of(
            ByteBuffer head,
            byte[] palette,
            byte[] transparency,
            Optional<byte[]> profile,
            List<ByteBuffer> data)
            throws EngineFailure {
        if (head.capacity() != 13 || data.isEmpty()) {
            throw EngineFailure.broken(data.isEmpty() ? "no pixels" : "IHDR is not of 13 bytes");
        }
        return new PngChunks(
                head.getInt(0),
                head.getInt(4),
                head.get(8),
                head.get(9),
                head.get(12) == 1,
                palette,
                transparency,
                profile,
                List.copyOf(data));
    }

    private static byte[] chunk(ByteBuffer file, int at, String name) throws EngineFailure {
        if (at + 12 > file.capacity()) {
            throw EngineFailure.broken("no " + name);
        }
        int length = file.getInt(at);
        if (length < 0 || length > file.capacity() - at - 12) {
            throw EngineFailure.broken(name + " reaches past the end");
        }
        ByteBuffer found = checked(file, at, length);
        byte[] bytes = new byte[length];
        found.get(bytes);
        return bytes;
    }

    private static ByteBuffer checked(ByteBuffer file, int at, int length) throws EngineFailure {
        CRC32 crc = new CRC32();
        crc.update(file.array(), at + 4, length + 4);
        if ((int) crc.getValue() != file.getInt(at + 8 + length)) {
            throw EngineFailure.broken("wrong checksum in the chunk at " + at);
        }
        return file.slice(at + 8, length);
    }

    /// Name, zero, method zero, deflated profile; nothing when it is garbage.
    private static Optional<byte[]> profile(ByteBuffer file, int at, int length) {
        int zero = at + 8;
        while (zero < at + 8 + length && file.get(zero) != 0) {
            zero++;
        }
        int from = zero + 2;
        int left = at + 8 + length - from;
        if (left <= 0) {
            return Optional.empty();
        }
        InputStream deflated = new ByteArrayInputStream(file.array(), from, left);
        try (InputStream inflated = new InflaterInputStream(deflated)) {
            return Optional.of(inflated.readNBytes(MAX_PROFILE));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
