package io.imageservice.engine.imageio;

import java.awt.color.CMMException;
import java.awt.color.ICC_Profile;
import java.awt.color.ICC_ProfileRGB;
import java.awt.color.ProfileDataException;

/// Tells the many profiles that say sRGB (cameras embed one in most photographs) from those that
/// need a conversion.
final class SrgbLike {
    /// sRGB's primaries adapted to D50, by columns red, green, blue (IEC 61966-2-1).
    private static final double[][] MATRIX = {
        {0.4361, 0.3851, 0.1431}, {0.2225, 0.7169, 0.0606}, {0.0139, 0.0971, 0.7141}
    };

    private static final double SAME = 0.004;

    private SrgbLike() {}

    static boolean test(ICC_Profile profile) {
        if (!(profile instanceof ICC_ProfileRGB rgb)) {
            return false;
        }
        try {
            return primaries(rgb) && curve(rgb, ICC_ProfileRGB.REDCOMPONENT);
        } catch (CMMException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean primaries(ICC_ProfileRGB rgb) {
        float[][] matrix = rgb.getMatrix();
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                if (Math.abs(matrix[row][column] - MATRIX[row][column]) > SAME) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Half way up, where the curve of sRGB and the gammas near it lie apart.
    private static boolean curve(ICC_ProfileRGB rgb, int component) {
        double linear;
        try {
            short[] table = rgb.getTRC(component);
            linear = (table[table.length / 2] & 0xffff) / 65535.0;
        } catch (ProfileDataException e) {
            linear = Math.pow(0.5, rgb.getGamma(component));
        }
        return Math.abs(linear - 0.2140) < SAME * 2;
    }
}
