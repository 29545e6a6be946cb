package io.imageservice.engine.jpeg;

/// Four samples of eight. In means of two the fifth coefficient is none, and the last three are the
/// second to fourth again, upside down.
record Half() implements Pass {
    private static final double ROOT = Math.sqrt(2);
    private static final int E2 = Pass.fixed(Pass.cos(2));
    private static final int E6 = Pass.fixed(Pass.cos(6));

    /// Of the outer samples, by coefficient.
    private static final int O1 = Pass.fixed(ROOT * Pass.cos(1) * Pass.cos(2));

    private static final int O3 = Pass.fixed(ROOT * Pass.cos(3) * Pass.cos(6));
    private static final int O5 = Pass.fixed(ROOT * Pass.cos(5) * Pass.cos(6));
    private static final int O7 = Pass.fixed(ROOT * Pass.cos(7) * Pass.cos(2));

    /// Of the inner samples, by coefficient.
    private static final int I1 = Pass.fixed(ROOT * Pass.cos(1) * Pass.cos(6));

    private static final int I3 = Pass.fixed(ROOT * Pass.cos(3) * Pass.cos(2));
    private static final int I5 = Pass.fixed(ROOT * Pass.cos(5) * Pass.cos(2));
    private static final int I7 = Pass.fixed(ROOT * Pass.cos(7) * Pass.cos(6));

    @Override
    public int samples() {
        return 4;
    }

    @Override
    public void columnsToRows(int[] from, int columns, int[] to, int shift) {
        int round = 1 << shift - 1;
        for (int x = 0; x < columns; x++) {
            int mean = (from[x] << BITS) + round;
            int even = even(from[x + 16], from[x + 48]);
            int outer = outer(from[x + 8], from[x + 24], from[x + 40], from[x + 56]);
            int inner = inner(from[x + 8], from[x + 24], from[x + 40], from[x + 56]);
            to[x * 8] = mean + even + outer >> shift;
            to[x * 8 + 1] = mean - even + inner >> shift;
            to[x * 8 + 2] = mean - even - inner >> shift;
            to[x * 8 + 3] = mean + even - outer >> shift;
        }
    }

    private static int even(int c2, int c6) {
        return E2 * c2 - E6 * c6;
    }

    private static int outer(int c1, int c3, int c5, int c7) {
        return O1 * c1 + O3 * c3 - O5 * c5 - O7 * c7;
    }

    private static int inner(int c1, int c3, int c5, int c7) {
        return I1 * c1 - I3 * c3 + I5 * c5 - I7 * c7;
    }
}
