package io.imageservice.engine.raster;

import io.imageservice.engine.Size;
import java.util.stream.IntStream;

/// BlurHash (github.com/woltapp/blurhash, Algorithm.md): a few cosine components of a picture in
/// base 83, 28 characters for 4x3 components.
final class BlurHash {
    private static final int ACROSS = 4;
    private static final int DOWN = 3;

    /// More would only cost time: the components are this coarse.
    private static final int SIDE = 32;

    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";

    /// Of each sample value: the power is taken 256 times and not for every sample.
    private static final double[] LINEAR =
            IntStream.range(0, 256).mapToDouble(BlurHash::linear).toArray();

    private BlurHash() {}

    static String of(Pixels opaque) {
        Size small = opaque.size().inside(SIDE, SIDE);
        double[][] factors = factors(Scaler.scale(opaque, small));
        double largest = 0;
        for (int i = 1; i < factors.length; i++) {
            for (double value : factors[i]) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        int quantised = Math.clamp((int) Math.floor(largest * 166 - 0.5), 0, 82);
        StringBuilder hash = new StringBuilder(28);
        digits(hash, ACROSS - 1 + (DOWN - 1) * 9, 1);
        digits(hash, quantised, 1);
        digits(hash, average(factors[0]), 4);
        for (int i = 1; i < factors.length; i++) {
            digits(hash, component(factors[i], (quantised + 1) / 166.0), 2);
        }
        return hash.toString();
    }

    private static double[][] factors(Pixels pixels) {
        double[][] factors = new double[ACROSS * DOWN][];
        for (int j = 0; j < DOWN; j++) {
            for (int i = 0; i < ACROSS; i++) {
                factors[j * ACROSS + i] = factor(pixels, i, j);
            }
        }
        return factors;
    }

    private static double[] factor(Pixels pixels, int i, int j) {
        double[] sum = new double[3];
        double[] across = cosines(i, pixels.width());
        double[] down = cosines(j, pixels.height());
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                double basis = across[x] * down[y];
                int at = (y * pixels.width() + x) * 3;
                for (int c = 0; c < 3; c++) {
                    sum[c] += basis * LINEAR[pixels.data()[at + c] & 0xff];
                }
            }
        }
        double scale = (i == 0 && j == 0 ? 1 : 2) / (double) pixels.size().pixels();
        return new double[] {sum[0] * scale, sum[1] * scale, sum[2] * scale};
    }

    private static double[] cosines(int component, int length) {
        return IntStream.range(0, length)
                .mapToDouble(at -> Math.cos(Math.PI * component * at / length))
                .toArray();
    }

    private static int average(double[] colour) {
        return srgb(colour[0]) << 16 | srgb(colour[1]) << 8 | srgb(colour[2]);
    }

    private static int component(double[] colour, double largest) {
        int packed = 0;
        for (double value : colour) {
            double share = value / largest;
            double root = Math.copySign(Math.sqrt(Math.abs(share)), share);
            packed = packed * 19 + Math.clamp((int) Math.floor(root * 9 + 9.5), 0, 18);
        }
        return packed;
    }

    private static double linear(int value) {
        double v = value / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    private static int srgb(double value) {
        double v = Math.clamp(value, 0, 1);
        double encoded = v <= 0.0031308 ? v * 12.92 : 1.055 * Math.pow(v, 1 / 2.4) - 0.055;
        return (int) (encoded * 255 + 0.5);
    }

    private static void digits(StringBuilder hash, int value, int count) {
        for (int divisor = (int) Math.pow(83, count - 1); divisor > 0; divisor /= 83) {
            hash.append(DIGITS.charAt(value / divisor % 83));
        }
    }
}
