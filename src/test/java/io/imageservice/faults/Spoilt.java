package io.imageservice.faults;

import java.util.Arrays;
import java.util.Random;

/// Files that call themselves photographs.
final class Spoilt {
    private Spoilt() {}

    /// Whole or cut off, with bytes thrown about.
    static byte[] of(byte[] photograph, Random random) {
        var bytes =
                Arrays.copyOf(
                        photograph,
                        random.nextBoolean()
                                ? photograph.length
                                : 1 + random.nextInt(photograph.length));
        for (int i = 0; i < 200; i++) {
            bytes[Math.min(bytes.length - 1, 2 + random.nextInt(bytes.length))] =
                    (byte) random.nextInt();
        }
        return bytes;
    }
}
