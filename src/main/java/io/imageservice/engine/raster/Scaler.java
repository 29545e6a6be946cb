package io.imageservice.engine.raster;

import io.imageservice.engine.Size;

/// Scales a picture while its rows go by. Columns first: the arriving row is added to the rows of
/// the result it belongs to (a loop the compiler vectorises), and only finished rows are narrowed.
/// Alpha counts: a transparent pixel's colour does not bleed into its neighbours.
public final class Scaler implements RowSink {
    private final int stride;
    private final int channels;
    private final Weights down;
    private final Narrower narrower;
    private final Pixels result;
    private final int[][] sums;
    private final byte[] premultiplied;

    /// The arriving row, widened once: a loop over bytes is not vectorised.
    private final int[] samples;

    private int source;
    private int oldest;

    /// @param width of the rows; where something averaged the picture before, the last pixel may
    ///   stand for less than the others: half a pixel is 0.5
    /// @param height as the width
    public Scaler(double width, double height, int channels, Size to) {
        this.stride = (int) Math.ceil(width) * channels;
        this.channels = channels;
        this.down = Weights.of(height, to.height());
        this.narrower = new Narrower(Weights.of(width, to.width()), channels);
        this.result = Pixels.blank(to.width(), to.height(), channels);
        this.sums = new int[alive(down)][stride];
        this.premultiplied = new byte[channels == 4 ? stride : 0];
        this.samples = new int[stride];
    }

    public static Pixels scale(Pixels source, Size to) {
        if (source.size().equals(to)) {
            return source;
        }
        Scaler scaler = new Scaler(source.width(), source.height(), source.channels(), to);
        source.sendTo(scaler);
        return scaler.pixels();
    }

    /// How many rows of the result one row of the source can belong to.
    private static int alive(Weights weights) {
        int most = 1;
        for (int i = 0, done = 0; i < weights.first().length; i++) {
            while (weights.first()[done] + weights.counts()[done].length <= weights.first()[i]) {
                done++;
            }
            most = Math.max(most, i - done + 1);
        }
        return most;
    }

    @Override
    public void row(byte[] bytes, int offset) {
        if (channels == 4) {
            Alpha.premultiply(bytes, offset, premultiplied, stride);
            widen(premultiplied, 0);
        } else {
            widen(bytes, offset);
        }
        int rows = down.first().length;
        for (int i = oldest; i < rows && down.first()[i] <= source; i++) {
            int tap = source - down.first()[i];
            if (tap < down.counts()[i].length) {
                add(down.counts()[i][tap], sums[i % sums.length], tap == 0);
                finish(i, tap);
            }
        }
        source++;
    }

    private void widen(byte[] row, int offset) {
        for (int i = 0; i < stride; i++) {
            samples[i] = row[offset + i] & 0xff;
        }
    }

    private void finish(int row, int tap) {
        if (tap == down.counts()[row].length - 1) {
            int at = row * result.stride();
            narrower.narrow(sums[row % sums.length], result.data(), at);
            if (channels == 4) {
                Alpha.divide(result.data(), at, result.stride());
            }
            oldest = row + 1;
        }
    }

    private void add(int weight, int[] sum, boolean fresh) {
        if (fresh) {
            for (int i = 0; i < stride; i++) {
                sum[i] = samples[i] * weight;
            }
        } else {
            for (int i = 0; i < stride; i++) {
                sum[i] += samples[i] * weight;
            }
        }
    }

    public Pixels pixels() {
        return result;
    }
}
