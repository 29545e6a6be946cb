package io.imageservice.engine.metadata;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Keeps a GIF's frames, their timing and the loop count; comments, XMP and other applications'
/// blocks go.
final class GifStripper {
    private static final int IMAGE = 0x2C;
    private static final int EXTENSION = 0x21;
    private static final int TRAILER = 0x3B;
    private static final int TIMING = 0xF9;
    private static final int APPLICATION = 0xFF;

    private final byte[] file;
    private final ByteArrayOutputStream out;

    GifStripper(byte[] file) {
        this.file = file;
        this.out = new ByteArrayOutputStream(file.length);
    }

    byte[] strip() throws BrokenFile {
        int at = 13 + colours(file[10]);
        out.write(file, 0, at);
        while (true) {
            int block = file[at] & 0xff;
            int from = at;
            boolean kept = true;
            switch (block) {
                case IMAGE -> at = past(at + 11 + colours(file[at + 9]));
                case EXTENSION -> {
                    kept = shows(at);
                    at = past(at + 2);
                }
                case TRAILER -> {
                    out.write(TRAILER);
                    return out.toByteArray();
                }
                default -> throw new BrokenFile("no such block: " + block);
            }
            if (kept) {
                out.write(file, from, at - from);
            }
        }
    }

    private boolean shows(int at) {
        int label = file[at + 1] & 0xff;
        if (label != APPLICATION) {
            return label == TIMING;
        }
        String name = new String(file, at + 3, 11, StandardCharsets.ISO_8859_1);
        return name.equals("NETSCAPE2.0") || name.equals("ANIMEXTS1.0");
    }

    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    private int past(int from) {
        int at = from;
        while (file[at] != 0) {
            at += 1 + (file[at] & 0xff);
        }
        return at + 1;
    }
}
