package io.imageservice.engine.raster;

/// The colour most of a picture has: the mean of the fullest of 4096 boxes of like colours.
final class DominantColour {
    private static final int SHIFT = 4;

    private DominantColour() {}

    /// @return `#rrggbb`
    static String of(Pixels opaque) {
        int[] counts = new int[4096];
        int[][] sums = new int[3][4096];
        byte[] data = opaque.data();
        int fullest = 0;
        for (int i = 0; i < data.length; i += 3) {
            int box = 0;
            for (int c = 0; c < 3; c++) {
                box = box << SHIFT | (data[i + c] & 0xff) >> SHIFT;
            }
            for (int c = 0; c < 3; c++) {
                sums[c][box] += data[i + c] & 0xff;
            }
            counts[box]++;
            fullest = counts[box] > counts[fullest] ? box : fullest;
        }
        int count = counts[fullest];
        return "#%02x%02x%02x"
                .formatted(
                        sums[0][fullest] / count,
                        sums[1][fullest] / count,
                        sums[2][fullest] / count);
    }
}
