package io.imageservice.engine.raster;

/// Colours weighted by their opacity and back, for RGBA rows.
final class Alpha {
    private Alpha() {}

    static void premultiply(byte[] from, int offset, byte[] to, int length) {
        for (int i = 0; i < length; i += 4) {
            int opacity = from[offset + i + 3] & 0xff;
            if (opacity == 255) {
                to[i] = from[offset + i];
                to[i + 1] = from[offset + i + 1];
                to[i + 2] = from[offset + i + 2];
            } else {
                to[i] = times(from[offset + i], opacity);
                to[i + 1] = times(from[offset + i + 1], opacity);
                to[i + 2] = times(from[offset + i + 2], opacity);
            }
            to[i + 3] = (byte) opacity;
        }
    }

    private static byte times(byte colour, int opacity) {
        return (byte) (((colour & 0xff) * opacity + 127) / 255);
    }

    static void divide(byte[] row, int offset, int length) {
        for (int i = offset; i < offset + length; i += 4) {
            int opacity = row[i + 3] & 0xff;
            if (opacity != 0 && opacity != 255) {
                for (int c = 0; c < 3; c++) {
                    int colour = ((row[i + c] & 0xff) * 255 + opacity / 2) / opacity;
                    row[i + c] = (byte) Math.min(255, colour);
                }
            }
        }
    }
}
