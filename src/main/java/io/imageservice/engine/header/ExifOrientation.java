package io.imageservice.engine.header;

import java.io.EOFException;

/// Finds the orientation in an EXIF block (TIFF 6.0: header, then directory 0, tag 274).
final class ExifOrientation {
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    private ExifOrientation() {}

    /// 1 to 8; 1 where the block says nothing sensible.
    ///
    /// @param from where the TIFF header begins
    /// @param end where the block ends
    static int read(Bytes bytes, long from, long end) {
        try {
            return find(bytes, from, Math.min(end, bytes.length()));
        } catch (EOFException e) {
            return 1;
        }
    }

    private static int find(Bytes bytes, long from, long end) throws EOFException {
        boolean little = bytes.has(from, "II");
        if (!little && !bytes.has(from, "MM")) {
            return 1;
        }
        long directory = from + (little ? bytes.u32le(from + 4) : bytes.u32(from + 4));
        int entries = u16(bytes, directory, little);
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + (long) i * ENTRY;
            if (entry + ENTRY > end) {
                return 1;
            }
            if (u16(bytes, entry, little) == TAG) {
                int value = u16(bytes, entry + 8, little);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    private static int u16(Bytes bytes, long at, boolean little) throws EOFException {
        return little ? bytes.u16le(at) : bytes.u16(at);
    }
}
