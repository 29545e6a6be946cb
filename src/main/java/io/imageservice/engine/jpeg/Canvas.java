package io.imageservice.engine.jpeg;

import java.util.Arrays;

/// Some rows of pixels, one row of units high, into which blocks are written.
///
/// @param stride bytes of a row
/// @param step bytes of a pixel
@SuppressWarnings("ArrayRecordComponent") // never compared
record Canvas(byte[] bytes, int stride, int step) {
    /// A block of samples around zero, in rows of eight.
    void draw(int[] samples, int at, int width, int height) {
        for (int y = 0; y < height; y++) {
            int to = at + y * stride;
            for (int i = y * 8; i < y * 8 + width; i++, to += step) {
                int sample = samples[i] + 128;
                bytes[to] = (byte) ((sample & ~0xff) == 0 ? sample : ~sample >> 31);
            }
        }
    }

    /// A block of one colour.
    void fill(int at, int width, int height, byte value) {
        for (int y = 0; y < height; y++) {
            int from = at + y * stride;
            if (step == 1) {
                Arrays.fill(bytes, from, from + width, value);
                continue;
            }
            for (int x = 0; x < width; x++) {
                bytes[from + x * step] = value;
            }
        }
    }
}
