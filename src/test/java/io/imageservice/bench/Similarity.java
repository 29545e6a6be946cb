package io.imageservice.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import javax.imageio.ImageIO;

/// How near an output is to a reference downscale of its original: speed bought with blur shows.
final class Similarity {
    private static final int WINDOW = 8;
    private static final double C1 = 6.5025;
    private static final double C2 = 58.5225;

    private Similarity() {}

    /// The mean structural similarity of the lightness, over windows of 8x8 pixels; 1 is equal.
    static double ssim(BufferedImage original, byte[] output) throws IOException {
        BufferedImage made =
                Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(output)), "output");
        int width = made.getWidth();
        int height = made.getHeight();
        double[] wanted = averaged(luma(original), original.getWidth(), width, height);
        return ssim(wanted, luma(made), width, height);
    }

    private static double ssim(double[] a, double[] b, int width, int height) {
        double sum = 0;
        int windows = 0;
        for (int y = 0; y + WINDOW <= height; y += WINDOW / 2) {
            for (int x = 0; x + WINDOW <= width; x += WINDOW / 2) {
                sum += window(a, b, y * width + x, width);
                windows++;
            }
        }
        return sum / windows;
    }

    private static double window(double[] a, double[] b, int from, int stride) {
        double sumA = 0, sumB = 0, squaresA = 0, squaresB = 0, products = 0;
        for (int i = 0; i < WINDOW * WINDOW; i++) {
            int at = from + i / WINDOW * stride + i % WINDOW;
            sumA += a[at];
            sumB += b[at];
            squaresA += a[at] * a[at];
            squaresB += b[at] * b[at];
            products += a[at] * b[at];
        }
        double n = WINDOW * WINDOW;
        double meanA = sumA / n;
        double meanB = sumB / n;
        double varianceA = squaresA / n - meanA * meanA;
        double varianceB = squaresB / n - meanB * meanB;
        double covariance = products / n - meanA * meanB;
        return (2 * meanA * meanB + C1)
                * (2 * covariance + C2)
                / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
    }

    /// Every pixel the exact average of the area it stands for.
    private static double[] averaged(double[] from, int stride, int width, int height) {
        int rows = from.length / stride;
        double[] across = new double[width * rows];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < width; x++) {
                across[y * width + x] = mean(from, y * stride, 1, stride / (double) width, x);
            }
        }
        double[] down = new double[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                down[y * width + x] = mean(across, x, width, rows / (double) height, y);
            }
        }
        return down;
    }

    private static double mean(double[] from, int start, int step, double share, int index) {
        double begin = index * share;
        double end = begin + share;
        double sum = 0;
        for (int i = (int) begin; i < end - 1e-9; i++) {
            double weight = Math.min(end, i + 1.0) - Math.max(begin, i);
            sum += weight * from[start + i * step];
        }
        return sum / share;
    }

    private static double[] luma(BufferedImage image) {
        int[] rgb =
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        double[] luma = new double[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            luma[i] =
                    0.299 * (rgb[i] >> 16 & 0xff)
                            + 0.587 * (rgb[i] >> 8 & 0xff)
                            + 0.114 * (rgb[i] & 0xff);
        }
        return luma;
    }
}
