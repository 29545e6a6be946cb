package io.imageservice.engine.jpeg;

import java.util.Arrays;

/// All eight samples, by the algorithm of Loeffler, Ligtenberg and Moschytz (ICASSP 1989): eleven
/// multiplications, in the fixed point most codecs use.
record Whole() implements Pass {
    private static final double ROOT = Math.sqrt(2);
    private static final double C1 = ROOT * Pass.cos(1);
    private static final double C2 = ROOT * Pass.cos(2);
    private static final double C3 = ROOT * Pass.cos(3);
    private static final double C5 = ROOT * Pass.cos(5);
    private static final double C6 = ROOT * Pass.cos(6);
    private static final double C7 = ROOT * Pass.cos(7);

    private static final int BOTH_EVEN = Pass.fixed(C6);
    private static final int SECOND = Pass.fixed(C2 - C6);
    private static final int SIXTH = Pass.fixed(C2 + C6);

    private static final int ALL_ODD = Pass.fixed(C3);
    private static final int FIRST = Pass.fixed(C1 + C3 - C5 - C7);
    private static final int THIRD = Pass.fixed(C1 + C3 + C5 - C7);
    private static final int FIFTH = Pass.fixed(C1 + C3 - C5 + C7);
    private static final int SEVENTH = Pass.fixed(C3 - C1 + C5 - C7);
    private static final int OUTER = Pass.fixed(C3 - C7);
    private static final int INNER = Pass.fixed(C1 + C3);
    private static final int THIRD_SEVENTH = Pass.fixed(C3 + C5);
    private static final int FIRST_FIFTH = Pass.fixed(C3 - C5);

    @Override
    public int samples() {
        return 8;
    }

    @Override
    public void columnsToRows(int[] from, int columns, int[] to, int shift) {
        int round = 1 << shift - 1;
        for (int x = 0; x < columns; x++) {
            int c0 = from[x];
            int c1 = from[x + 8];
            int c2 = from[x + 16];
            int c3 = from[x + 24];
            int c4 = from[x + 32];
            int c5 = from[x + 40];
            int c6 = from[x + 48];
            int c7 = from[x + 56];
            int row = x * 8;
            if ((c1 | c2 | c3 | c4 | c5 | c6 | c7) == 0) {
                Arrays.fill(to, row, row + 8, (c0 << BITS) + round >> shift);
                continue;
            }
            int bothEven = (c2 + c6) * BOTH_EVEN;
            int wide = bothEven + c2 * SECOND;
            int narrow = bothEven - c6 * SIXTH;
            int sum = (c0 + c4 << BITS) + round;
            int difference = (c0 - c4 << BITS) + round;

            int allOdd = (c1 + c3 + c5 + c7) * ALL_ODD;
            int outer = (c1 + c7) * OUTER;
            int inner = (c3 + c5) * INNER;
            int thirdSeventh = allOdd - (c3 + c7) * THIRD_SEVENTH;
            int firstFifth = allOdd - (c1 + c5) * FIRST_FIFTH;
            int first = c1 * FIRST - outer + firstFifth;
            int third = c3 * THIRD - inner + thirdSeventh;
            int fifth = c5 * FIFTH - inner + firstFifth;
            int seventh = c7 * SEVENTH - outer + thirdSeventh;

            to[row] = sum + wide + first >> shift;
            to[row + 1] = difference + narrow + third >> shift;
            to[row + 2] = difference - narrow + fifth >> shift;
            to[row + 3] = sum - wide + seventh >> shift;
            to[row + 4] = sum - wide - seventh >> shift;
            to[row + 5] = difference - narrow - fifth >> shift;
            to[row + 6] = difference + narrow - third >> shift;
            to[row + 7] = sum + wide - first >> shift;
        }
    }
}
