package io.imageservice.engine.raster;

import io.imageservice.engine.Look;
import io.imageservice.engine.Size;

/// Computes placeholder, colour and hash from a small picture.
public final class Looks {
    private static final int HASH_COLUMNS = 9;
    private static final int HASH_ROWS = 8;

    private Looks() {}

    /// @param small some 100 pixels a side; transparency is laid on white
    public static Look of(Pixels small) {
        Pixels opaque = small.onto(255, 255, 255);
        return new Look(BlurHash.of(opaque), DominantColour.of(opaque), differenceHash(opaque));
    }

    /// dHash: of 9x8 greys, whether each is darker than its right neighbour; row by row, the upper
    /// left one is the highest bit.
    static long differenceHash(Pixels opaque) {
        Pixels gray = Gray.of(Scaler.scale(opaque, new Size(HASH_COLUMNS, HASH_ROWS)));
        long hash = 0;
        for (int y = 0; y < HASH_ROWS; y++) {
            for (int x = 0; x < HASH_COLUMNS - 1; x++) {
                int left = gray.data()[(y * HASH_COLUMNS + x) * 3] & 0xff;
                int right = gray.data()[(y * HASH_COLUMNS + x + 1) * 3] & 0xff;
                hash = hash << 1 | (left < right ? 1 : 0);
            }
        }
        return hash;
    }
}
