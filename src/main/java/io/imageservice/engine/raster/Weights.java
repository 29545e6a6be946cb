package io.imageservice.engine.raster;

/// Which samples along one axis make each sample of the result, and how much each of them counts.
///
/// Where the axis shrinks to half or less, the mean over the covered stretch (area averaging):
/// cheap and free of aliasing and ringing. Otherwise Catmull-Rom, stretched by the factor, because
/// a mean over one or two samples is blurry and uneven.
///
/// @param first the first sample of each result sample
/// @param counts in units of 1/16384, adding up to exactly 16384 per result sample
record Weights(int[] first, int[][] counts) {
    static final int BITS = 14;
    private static final int ONE = 1 << BITS;

    /// @param from how long the axis is, in samples: the last may be there in part only
    static Weights of(double from, int to) {
        double factor = from / to;
        int last = (int) Math.ceil(from);
        double reach = factor >= 2 ? factor / 2 : 2 * Math.max(1, factor);
        int[] first = new int[to];
        int[][] counts = new int[to][];
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * factor;
            int start = Math.max(0, (int) Math.floor(centre - reach + 1e-9));
            int end = Math.min(last, (int) Math.ceil(centre + reach - 1e-9));
            double[] shares = new double[end - start];
            for (int s = start; s < end; s++) {
                shares[s - start] =
                        factor >= 2
                                ? covered(s, centre - reach, centre + reach)
                                : cubic(s, Math.min(s + 1, from), centre, Math.max(1, factor));
            }
            first[i] = start;
            counts[i] = normal(shares);
        }
        return new Weights(first, counts);
    }

    private static double covered(int sample, double from, double to) {
        return Math.max(0, Math.min(sample + 1, to) - Math.max(sample, from));
    }

    /// Of what is between two places, by how far its middle is from the centre.
    private static double cubic(double from, double to, double centre, double stretch) {
        return (to - from) * cubic(Math.abs((from + to) / 2 - centre) / stretch);
    }

    private static double cubic(double x) {
        if (x < 1) {
            return (1.5 * x - 2.5) * x * x + 1;
        }
        return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
    }

    /// Rounded so that they add up to exactly one; the largest takes what rounding left.
    private static int[] normal(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        int[] counts = new int[shares.length];
        int left = ONE;
        int largest = 0;
        for (int i = 0; i < shares.length; i++) {
            counts[i] = (int) Math.round(shares[i] / sum * ONE);
            left -= counts[i];
            largest = counts[i] > counts[largest] ? i : largest;
        }
        counts[largest] += left;
        return counts;
    }
}
