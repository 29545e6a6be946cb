package io.imageservice.engine.raster;

/// Scales one row of sums across.
final class Narrower {
    /// Bits the sums lose first, so that sum x weight fits an int.
    private static final int CUT = 7;

    private static final int SHIFT = 2 * Weights.BITS - CUT;
    private static final int HALF = 1 << SHIFT - 1;

    private final Weights weights;
    private final int channels;

    Narrower(Weights weights, int channels) {
        this.weights = weights;
        this.channels = channels;
    }

    void narrow(int[] sums, byte[] out, int offset) {
        if (channels == 3) {
            three(sums, out, offset);
        } else {
            four(sums, out, offset);
        }
    }

    private void three(int[] sums, byte[] out, int offset) {
        int to = offset;
        for (int i = 0; i < weights.first().length; i++) {
            int[] counts = weights.counts()[i];
            int from = weights.first()[i] * 3;
            int r = HALF;
            int g = HALF;
            int b = HALF;
            for (int count : counts) {
                r += (sums[from] >> CUT) * count;
                g += (sums[from + 1] >> CUT) * count;
                b += (sums[from + 2] >> CUT) * count;
                from += 3;
            }
            out[to] = clamp(r >> SHIFT);
            out[to + 1] = clamp(g >> SHIFT);
            out[to + 2] = clamp(b >> SHIFT);
            to += 3;
        }
    }

    private void four(int[] sums, byte[] out, int offset) {
        int to = offset;
        for (int i = 0; i < weights.first().length; i++) {
            int[] counts = weights.counts()[i];
            for (int c = 0; c < 4; c++) {
                int from = weights.first()[i] * 4 + c;
                int sum = HALF;
                for (int count : counts) {
                    sum += (sums[from] >> CUT) * count;
                    from += 4;
                }
                out[to++] = clamp(sum >> SHIFT);
            }
        }
    }

    private static byte clamp(int value) {
        return (byte) Math.clamp(value, 0, 255);
    }
}
