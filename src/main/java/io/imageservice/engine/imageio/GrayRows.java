package io.imageservice.engine.imageio;

import io.imageservice.engine.raster.RowSink;

/// Makes RGB of grey rows.
final class GrayRows implements RowSink {
    private final RowSink next;
    private final byte[] rgb;

    GrayRows(RowSink next, int width) {
        this.next = next;
        this.rgb = new byte[width * 3];
    }

    @Override
    public void row(byte[] bytes, int offset) {
        for (int to = 0, from = offset; to < rgb.length; to += 3, from++) {
            rgb[to] = bytes[from];
            rgb[to + 1] = bytes[from];
            rgb[to + 2] = bytes[from];
        }
        next.row(rgb, 0);
    }
}
