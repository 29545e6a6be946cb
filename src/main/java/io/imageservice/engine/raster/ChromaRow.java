package io.imageservice.engine.raster;

/// Gathers the colours of one or two rows into pairs of columns and makes one row of chroma of
/// them. Transparent pixels do not count beside opaque ones.
final class ChromaRow {
    private final int width;
    private final int channels;
    private final int leftAlone;
    private final Colours colours;
    private final int[] sums;
    private final int[] counts;

    ChromaRow(int width, int channels, Colours colours, int leftAlone) {
        this.width = width;
        this.channels = channels;
        this.colours = colours;
        this.leftAlone = leftAlone;
        int pairs = (width + 1) / 2;
        this.sums = new int[pairs * 3];
        this.counts = new int[pairs];
    }

    void add(byte[] bytes, int offset) {
        if (channels == 3 && leftAlone == 0) {
            addOpaque(bytes, offset);
            return;
        }
        int from = offset;
        for (int x = 0; x < width; x++, from += channels) {
            int weight = channels == 3 ? 255 : bytes[from + 3] & 0xff;
            int pair = (x + leftAlone) / 2;
            counts[pair] += weight;
            sums[pair * 3] += (bytes[from] & 0xff) * weight;
            sums[pair * 3 + 1] += (bytes[from + 1] & 0xff) * weight;
            sums[pair * 3 + 2] += (bytes[from + 2] & 0xff) * weight;
        }
    }

    private void addOpaque(byte[] bytes, int offset) {
        int from = offset;
        int to = 0;
        for (int pair = 0; pair < width / 2; pair++, from += 6, to += 3) {
            counts[pair] += 2;
            sums[to] += (bytes[from] & 0xff) + (bytes[from + 3] & 0xff);
            sums[to + 1] += (bytes[from + 1] & 0xff) + (bytes[from + 4] & 0xff);
            sums[to + 2] += (bytes[from + 2] & 0xff) + (bytes[from + 5] & 0xff);
        }
        if ((width & 1) == 1) {
            counts[width / 2]++;
            sums[to] += bytes[from] & 0xff;
            sums[to + 1] += bytes[from + 1] & 0xff;
            sums[to + 2] += bytes[from + 2] & 0xff;
        }
    }

    void finish(byte[] u, byte[] v, int offset) {
        for (int pair = 0; pair < counts.length; pair++) {
            int count = Math.max(1, counts[pair]);
            int half = count / 2;
            int a = count == 4 ? sums[pair * 3] + 2 >> 2 : (sums[pair * 3] + half) / count;
            int b = count == 4 ? sums[pair * 3 + 1] + 2 >> 2 : (sums[pair * 3 + 1] + half) / count;
            int c = count == 4 ? sums[pair * 3 + 2] + 2 >> 2 : (sums[pair * 3 + 2] + half) / count;
            u[offset + pair] = weigh(colours.u(), a, b, c);
            v[offset + pair] = weigh(colours.v(), a, b, c);
            counts[pair] = 0;
            sums[pair * 3] = 0;
            sums[pair * 3 + 1] = 0;
            sums[pair * 3 + 2] = 0;
        }
    }

    private static byte weigh(int[] weights, int a, int b, int c) {
        return (byte) (weights[0] * a + weights[1] * b + weights[2] * c + weights[3] >> 16);
    }
}
