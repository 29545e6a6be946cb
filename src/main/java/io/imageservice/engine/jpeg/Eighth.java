package io.imageservice.engine.jpeg;

/// One sample of eight: the mean, which is the first coefficient.
record Eighth() implements Pass {
    @Override
    public int samples() {
        return 1;
    }

    @Override
    public void columnsToRows(int[] from, int columns, int[] to, int shift) {
        int round = 1 << shift - 1;
        for (int x = 0; x < columns; x++) {
            to[x * 8] = (from[x] << BITS) + round >> shift;
        }
    }
}
