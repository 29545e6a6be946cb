package io.imageservice.engine.raster;

/// Gaussian blur. Up to a sigma of 2 with the true kernel, beyond that as three box means in a row
/// (Wells 1986), whose cost does not grow with sigma: 100 is allowed and may not take minutes.
final class Gauss {
    private static final double EXACT = 2;

    private Gauss() {}

    static Pixels blur(Pixels pixels, double sigma) {
        byte[] data = pixels.data().clone();
        if (pixels.alpha()) {
            Alpha.premultiply(data, 0, data, data.length);
        }
        Pixels work = new Pixels(pixels.width(), pixels.height(), pixels.channels(), data);
        if (sigma <= EXACT) {
            work = Convolution.both(work, kernel(sigma));
        } else {
            for (int box : boxes(sigma)) {
                BoxMean.both(work, box);
            }
        }
        if (work.alpha()) {
            Alpha.divide(work.data(), 0, work.data().length);
        }
        return work;
    }

    /// Half the kernel from its centre on, in units of 1/65536 that add up (both sides) to one.
    static int[] kernel(double sigma) {
        int reach = (int) Math.ceil(3 * sigma);
        double[] half = new double[reach + 1];
        double sum = 0;
        for (int i = 0; i <= reach; i++) {
            half[i] = Math.exp(-i * i / (2 * sigma * sigma));
            sum += i == 0 ? half[i] : 2 * half[i];
        }
        int[] kernel = new int[reach + 1];
        int left = 1 << 16;
        for (int i = reach; i > 0; i--) {
            kernel[i] = (int) Math.round(half[i] / sum * (1 << 16));
            left -= 2 * kernel[i];
        }
        kernel[0] = left;
        return kernel;
    }

    /// Radii of three boxes whose variances add up to sigma squared as nearly as odd widths can.
    static int[] boxes(double sigma) {
        double ideal = Math.sqrt(12 * sigma * sigma / 3 + 1);
        int small = (int) ideal;
        small -= small % 2 == 0 ? 1 : 0;
        double smaller =
                (12 * sigma * sigma - 3.0 * small * small - 12.0 * small - 9) / (-4.0 * small - 4);
        int[] radii = new int[3];
        for (int i = 0; i < 3; i++) {
            radii[i] = (i < Math.round(smaller) ? small : small + 2) / 2;
        }
        return radii;
    }
}
