package io.imageservice.engine.jpeg;

/// The inverse cosine transform along one axis (ITU-T T.81, A.3.3), in fixed point. Of eight
/// coefficients it makes as many samples as are wanted: the exact means of what eight would be, so
/// that a reduced picture is a full one averaged, at the cost of the smaller.
sealed interface Pass permits Whole, Half, Quarter, Eighth {
    /// Samples on a side of a block.
    int SIDE = 8;

    /// Bits of fraction of the factors.
    int BITS = 13;

    static Pass of(int samples) {
        return switch (samples) {
            case 8 -> new Whole();
            case 4 -> new Half();
            case 2 -> new Quarter();
            case 1 -> new Eighth();
            default -> throw new IllegalArgumentException("samples: " + samples);
        };
    }

    static int fixed(double factor) {
        return (int) Math.round(factor * (1 << BITS));
    }

    static double cos(int sixteenths) {
        return Math.cos(sixteenths * Math.PI / 16);
    }

    int samples();

    /// Transforms so many columns of `from`, eight wide, into as many rows of `to`, eight wide:
    /// done twice, along each axis once, columns are columns again.
    ///
    /// @param shift bits of fraction the results lose
    void columnsToRows(int[] from, int columns, int[] to, int shift);
}
