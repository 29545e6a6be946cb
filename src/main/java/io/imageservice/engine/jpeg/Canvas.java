package io.imageservice.engine.jpeg;

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
            int row = y * Pass.SIDE;
            for (int i = row; i < row + width; i++, to += step) {
                bytes[to] = sample(samples[i]);
            }
        }
    }

    /// The same where each sample is that of several pixels.
    void spread(int[] samples, int at, Axis across, Axis down) {
        for (int y = 0; y < down.pixels(); y++) {
            int to = at + y * stride;
            int row = y / down.repeat() * Pass.SIDE;
            for (int x = 0; x < across.pixels(); x++, to += step) {
                bytes[to] = sample(samples[row + x / across.repeat()]);
            }
        }
    }

    /// A block of one sample around zero.
    void fill(int sample, int at, int width, int height) {
        byte value = sample(sample);
        for (int y = 0; y < height; y++) {
            int to = at + y * stride;
            for (int x = 0; x < width; x++, to += step) {
                bytes[to] = value;
            }
        }
    }

    private static byte sample(int aroundZero) {
        int sample = aroundZero + 128;
        return (byte) ((sample & ~0xff) == 0 ? sample : ~sample >> 31);
    }
}
