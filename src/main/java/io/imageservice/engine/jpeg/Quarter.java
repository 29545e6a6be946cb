package io.imageservice.engine.jpeg;

/// Two samples of eight. The mean of the cosines of four samples is none for even coefficients.
record Quarter() implements Pass {
    private static final int F1 = Pass.fixed(Pass.cos(1) * Pass.cos(2));
    private static final int F3 = Pass.fixed(Pass.cos(3) * Pass.cos(6));
    private static final int F5 = Pass.fixed(Pass.cos(5) * Pass.cos(6));
    private static final int F7 = Pass.fixed(Pass.cos(7) * Pass.cos(2));

    @Override
    public int samples() {
        return 2;
    }

    @Override
    public void columnsToRows(int[] from, int columns, int[] to, int shift) {
        int round = 1 << shift - 1;
        for (int x = 0; x < columns; x++) {
            int mean = (from[x] << BITS) + round;
            int odd = odd(from[x + 8], from[x + 24], from[x + 40], from[x + 56]);
            to[x * 8] = mean + odd >> shift;
            to[x * 8 + 1] = mean - odd >> shift;
        }
    }

    private static int odd(int c1, int c3, int c5, int c7) {
        return F1 * c1 - F3 * c3 + F5 * c5 - F7 * c7;
    }
}
