package io.imageservice.engine.header;

import java.io.EOFException;

/// Walks the boxes that can hold a picture's size and keeps the largest one seen.
final class IsoSizes {
    /// Deeper than `meta/iprp/ipco/ispe` and `moov/trak/tkhd`.
    private static final int MAX_DEPTH = 6;

    private static final int MAX_BOXES = 20_000;

    private final Bytes bytes;
    private long width;
    private long height;
    private int orientation = 1;
    private int boxes;

    IsoSizes(Bytes bytes) {
        this.bytes = bytes;
    }

    long width() {
        return width;
    }

    long height() {
        return height;
    }

    int orientation() {
        return orientation;
    }

    void walk(long from, long end, int depth) throws EOFException {
        long at = from;
        while (at + 8 <= end && ++boxes <= MAX_BOXES) {
            long size = bytes.u32(at);
            long head = 8;
            if (size == 1 && at + 16 <= end) {
                size = bytes.u32(at + 8) << 32 | bytes.u32(at + 12);
                head = 16;
            } else if (size == 0) {
                size = end - at;
            }
            if (size < head) {
                return;
            }
            long boxEnd = size > end - at ? end : at + size;
            box(bytes.latin(at + 4, 4), at + head, boxEnd, depth);
            at = boxEnd;
        }
    }

    private void box(String type, long body, long end, int depth) throws EOFException {
        switch (type) {
            case "moov", "trak", "iprp", "ipco" -> inside(body, end, depth);
            case "meta" -> inside(bytes.has(body + 4, "hdlr") ? body : body + 4, end, depth);
            case "ispe" -> {
                if (end - body >= 12) {
                    larger(bytes.u32(body + 4), bytes.u32(body + 8));
                }
            }
            case "irot" -> orientation = turned(bytes.u8(body) & 3);
            case "tkhd" -> track(body, end);
            default -> {}
        }
    }

    private void inside(long from, long end, int depth) throws EOFException {
        if (depth < MAX_DEPTH) {
            walk(from, end, depth + 1);
        }
    }

    /// Sides are 16.16 fixed point at the end of the box.
    private void track(long body, long end) throws EOFException {
        if (end - body >= 84) {
            larger(bytes.u16(end - 8), bytes.u16(end - 4));
        }
    }

    private void larger(long w, long h) {
        if ((double) w * h > (double) width * height) {
            width = w;
            height = h;
        }
    }

    /// Quarter turns against the clock as EXIF numbers them.
    private static int turned(int quarters) {
        return switch (quarters) {
            case 1 -> 8;
            case 2 -> 3;
            case 3 -> 6;
            default -> 1;
        };
    }
}
