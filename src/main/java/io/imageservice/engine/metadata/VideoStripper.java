package io.imageservice.engine.metadata;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Overwrites an MP4's or MOV's descriptions with empty space of the same size: the tables point at
/// places in the file, so nothing may move. A track of timed metadata (a route, for one) lies among
/// the samples and cannot be taken out.
final class VideoStripper {
    private static final int MAX_DEPTH = 6;

    private final ByteBuffer file;

    VideoStripper(byte[] file) {
        this.file = ByteBuffer.wrap(file.clone());
    }

    byte[] strip() throws BrokenFile {
        walk(0, file.capacity(), 0);
        return file.array();
    }

    private void walk(int from, int end, int depth) throws BrokenFile {
        int at = from;
        while (at + 8 <= end && depth < MAX_DEPTH) {
            long size = file.getInt(at) & 0xffff_ffffL;
            int head = 8;
            if (size == 1) {
                size = file.getLong(at + 8);
                head = 16;
            } else if (size == 0) {
                size = end - at;
            }
            if (size < head || size > end - at) {
                throw new BrokenFile("a box reaches past the end");
            }
            box(at, at + head, at + (int) size, depth);
            at += (int) size;
        }
        if (at != end && at + 8 > end && depth == 0) {
            Arrays.fill(file.array(), at, end, (byte) 0);
        }
    }

    private void box(int at, int body, int end, int depth) throws BrokenFile {
        switch (name(at + 4)) {
            case "moov", "trak", "mdia", "minf", "stbl", "edts", "moof", "traf", "mvex" ->
                    walk(body, end, depth + 1);
            case "udta", "meta", "uuid", "free", "skip", "wide", "XMP_" -> empty(at, body, end);
            case "mvhd", "tkhd", "mdhd" -> times(body);
            case "hdlr" -> handler(body, end);
            default -> {}
        }
    }

    private void empty(int at, int body, int end) {
        System.arraycopy("free".getBytes(StandardCharsets.ISO_8859_1), 0, file.array(), at + 4, 4);
        Arrays.fill(file.array(), body, end, (byte) 0);
    }

    /// When it was made and changed; 64-bit in version 1.
    private void times(int body) {
        int length = file.get(body) == 1 ? 16 : 8;
        Arrays.fill(file.array(), body + 4, body + 4 + length, (byte) 0);
    }

    private void handler(int body, int end) throws BrokenFile {
        if (end - body < 12) {
            throw new BrokenFile("a handler without a type");
        }
        String type = name(body + 8);
        if (type.equals("meta") || type.equals("camm") || type.equals("mdta")) {
            throw new BrokenFile("a track of timed metadata");
        }
    }

    private String name(int at) {
        return new String(file.array(), at, 4, StandardCharsets.ISO_8859_1);
    }
}
