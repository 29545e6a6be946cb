package io.imageservice.engine.raster;

import io.imageservice.engine.Size;

/// Makes [Yuv] of rows as they come: 1.5 bytes a pixel instead of the 3 of a decoded picture.
public final class YuvSink implements RowSink {
    private final Size size;
    private final int channels;
    private final int[] weights;
    private final Turn turn;

    /// 1 where the pairs of columns (rows) begin with a single one, so that after a turn from the
    /// far side of an odd picture they begin with a whole one.
    private final int leftAlone;

    private final int topAlone;
    private final ChromaRow chroma;
    private final byte[] luma;
    private final byte[] u;
    private final byte[] v;
    private final byte[] alpha;
    private int y;

    /// @param colours of the rows; what follows them in 4 channels is alpha
    /// @param turn done to the whole at the end
    public YuvSink(Size size, int channels, Colours colours, Turn turn) {
        this.size = size;
        this.channels = channels;
        this.weights = colours.luma();
        this.turn = turn;
        this.leftAlone = turn.fromRight() ? size.width() & 1 : 0;
        this.topAlone = turn.fromBottom() ? size.height() & 1 : 0;
        this.chroma = new ChromaRow(size.width(), channels, colours, leftAlone);
        Size half = Yuv.chroma(size);
        this.luma = new byte[(int) size.pixels()];
        this.u = new byte[(int) half.pixels()];
        this.v = new byte[(int) half.pixels()];
        this.alpha = new byte[channels == 4 ? luma.length : 0];
    }

    @Override
    public void row(byte[] bytes, int offset) {
        luma(bytes, offset);
        chroma.add(bytes, offset);
        boolean pairEnds = (y + topAlone & 1) == 1 || y == size.height() - 1;
        if (pairEnds) {
            chroma.finish(u, v, (y + topAlone) / 2 * ((size.width() + 1) / 2));
        }
        y++;
    }

    private void luma(byte[] bytes, int offset) {
        int first = weights[0];
        int second = weights[1];
        int third = weights[2];
        int bias = weights[3];
        int from = offset;
        int to = y * size.width();
        for (int end = to + size.width(); to < end; to++, from += channels) {
            int sum = first * (bytes[from] & 0xff) + bias;
            sum += second * (bytes[from + 1] & 0xff);
            sum += third * (bytes[from + 2] & 0xff);
            luma[to] = (byte) (sum >> 16);
            if (channels == 4) {
                alpha[to] = bytes[from + 3];
            }
        }
    }

    public Yuv yuv() {
        return new Yuv(size, luma, u, v, alpha).turned(turn);
    }
}
