package io.imageservice.engine.imageio;

import io.imageservice.engine.raster.Colours;
import io.imageservice.engine.raster.RowSink;

/// Makes RGB of rows of luma and chroma.
final class RgbRows implements RowSink {
    private final RowSink next;
    private final byte[] rgb;

    RgbRows(RowSink next, int width) {
        this.next = next;
        this.rgb = new byte[width * 3];
    }

    @Override
    public void row(byte[] bytes, int offset) {
        System.arraycopy(bytes, offset, rgb, 0, rgb.length);
        Colours.YCC.rgb(rgb);
        next.row(rgb, 0);
    }
}
