package io.imageservice.engine.imageio;

import java.io.IOException;

/// The five filters of PNG, undone in place.
final class PngFilter {
    private PngFilter() {}

    /// @param back bytes of a pixel, and of zeros in front of each row
    static void undo(int filter, byte[] row, byte[] above, int back) throws IOException {
        switch (filter) {
            case 0 -> {}
            case 1 -> {
                for (int i = back; i < row.length; i++) {
                    row[i] += row[i - back];
                }
            }
            case 2 -> {
                for (int i = back; i < row.length; i++) {
                    row[i] += above[i];
                }
            }
            case 3 -> {
                for (int i = back; i < row.length; i++) {
                    row[i] += (byte) ((row[i - back] & 0xff) + (above[i] & 0xff) >> 1);
                }
            }
            case 4 -> paeth(row, above, back);
            default -> throw new IOException("no such filter: " + filter);
        }
    }

    private static void paeth(byte[] row, byte[] above, int back) {
        for (int i = back; i < row.length; i++) {
            int left = row[i - back] & 0xff;
            int up = above[i] & 0xff;
            int corner = above[i - back] & 0xff;
            int toLeft = Math.abs(up - corner);
            int toUp = Math.abs(left - corner);
            int toCorner = Math.abs(left + up - 2 * corner);
            int guess = corner;
            if (toLeft <= toUp && toLeft <= toCorner) {
                guess = left;
            } else if (toUp <= toCorner) {
                guess = up;
            }
            row[i] += (byte) guess;
        }
    }
}
