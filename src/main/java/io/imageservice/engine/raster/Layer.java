package io.imageservice.engine.raster;

/// Lays one picture over another in place; what stands out is cut off.
///
/// @param opacity 0 to 1, times the top's own
record Layer(Pixels ground, Pixels top, double opacity) {
    void at(int left, int above) {
        int strength = (int) Math.round(opacity * 256);
        for (int y = Math.max(0, -above);
                y < Math.min(top.height(), ground.height() - above);
                y++) {
            for (int x = Math.max(0, -left);
                    x < Math.min(top.width(), ground.width() - left);
                    x++) {
                int from = (y * top.width() + x) * top.channels();
                int to = ((y + above) * ground.width() + x + left) * ground.channels();
                int own = top.alpha() ? top.data()[from + 3] & 0xff : 255;
                mix(from, to, own * strength / 256);
            }
        }
    }

    /// Porter and Duff's "over".
    private void mix(int from, int to, int weight) {
        byte[] data = ground.data();
        int below = ground.alpha() ? data[to + 3] & 0xff : 255;
        int rest = below * (255 - weight) / 255;
        int sum = weight + rest;
        if (sum == 0) {
            return;
        }
        for (int c = 0; c < 3; c++) {
            int colour = (top.data()[from + c] & 0xff) * weight + (data[to + c] & 0xff) * rest;
            data[to + c] = (byte) ((colour + sum / 2) / sum);
        }
        if (ground.alpha()) {
            data[to + 3] = (byte) Math.min(255, sum);
        }
    }
}
