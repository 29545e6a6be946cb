package io.imageservice.engine.imageio;

import io.imageservice.engine.EngineFailure;

/// Makes RGB or RGBA of 8 bits from a PNG's samples of any kind and depth.
final class PngSamples {
    private final PngChunks chunks;
    private final int first;
    private final int channels;
    private final int[] colours = new int[4];
    private final int[] clear;

    PngSamples(PngChunks chunks) throws EngineFailure {
        check(chunks);
        this.chunks = chunks;
        this.first = Math.max(1, perPixel(chunks.kind()) * chunks.depth() / 8);
        byte[] trns = chunks.transparency();
        boolean alpha = chunks.kind() >= 4 || trns.length > 0;
        this.channels = alpha ? 4 : 3;
        this.clear = chunks.kind() == 3 ? new int[0] : new int[trns.length / 2];
        for (int i = 0; i < clear.length; i++) {
            clear[i] = (trns[i * 2] & 0xff) << 8 | trns[i * 2 + 1] & 0xff;
        }
    }

    private static void check(PngChunks chunks) throws EngineFailure {
        boolean sound =
                switch (chunks.kind()) {
                    case 0 -> Integer.bitCount(chunks.depth()) == 1 && chunks.depth() <= 16;
                    case 3 -> Integer.bitCount(chunks.depth()) == 1 && chunks.depth() <= 8;
                    case 2, 4, 6 -> chunks.depth() == 8 || chunks.depth() == 16;
                    default -> false;
                };
        if (!sound || chunks.depth() < 1) {
            throw EngineFailure.broken(
                    "colour type %d with %d bits".formatted(chunks.kind(), chunks.depth()));
        }
        if (chunks.kind() == 3 && chunks.palette().length < 3) {
            throw EngineFailure.broken("no palette");
        }
    }

    static int perPixel(int kind) {
        return switch (kind) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }

    int channels() {
        return channels;
    }

    /// @param step from one pixel to the next in `out`
    void convert(byte[] row, int width, byte[] out, int to, int step) {
        if (chunks.depth() == 8 && (chunks.kind() == 2 && channels == 3 || chunks.kind() == 6)) {
            for (int x = 0, at = to; x < width; x++, at += step) {
                System.arraycopy(row, first + x * channels, out, at, channels);
            }
            return;
        }
        for (int x = 0, at = to; x < width; x++, at += step) {
            pixel(row, x, out, at);
        }
    }

    private void pixel(byte[] row, int x, byte[] out, int at) {
        int samples = perPixel(chunks.kind());
        for (int s = 0; s < samples; s++) {
            colours[s] = sample(row, x * samples + s);
        }
        boolean rgb = chunks.kind() == 2 || chunks.kind() == 6;
        if (chunks.kind() == 3) {
            palette(colours[0], out, at);
            return;
        }
        out[at] = eight(colours[0]);
        out[at + 1] = eight(colours[rgb ? 1 : 0]);
        out[at + 2] = eight(colours[rgb ? 2 : 0]);
        if (channels == 4) {
            out[at + 3] = chunks.kind() >= 4 ? eight(colours[samples - 1]) : opacity(samples);
        }
    }

    private byte opacity(int samples) {
        for (int s = 0; s < samples; s++) {
            if (s >= clear.length || colours[s] != clear[s]) {
                return (byte) 255;
            }
        }
        return 0;
    }

    private void palette(int index, byte[] out, int at) {
        // An index past the palette is black, as browsers show it.
        boolean known = index * 3 + 2 < chunks.palette().length;
        for (int c = 0; c < 3; c++) {
            out[at + c] = known ? chunks.palette()[index * 3 + c] : 0;
        }
        if (channels == 4) {
            byte[] trns = chunks.transparency();
            out[at + 3] = index < trns.length ? trns[index] : (byte) 255;
        }
    }

    private int sample(byte[] row, int index) {
        int depth = chunks.depth();
        if (depth == 8) {
            return row[first + index] & 0xff;
        }
        if (depth == 16) {
            int at = first + index * 2;
            return (row[at] & 0xff) << 8 | row[at + 1] & 0xff;
        }
        int bit = index * depth;
        int shift = 8 - depth - (bit & 7);
        return (row[first + (bit >> 3)] & 0xff) >> shift & (1 << depth) - 1;
    }

    private byte eight(int sample) {
        int depth = chunks.depth();
        if (depth == 16) {
            return (byte) (sample >> 8);
        }
        return (byte) (depth == 8 ? sample : sample * 255 / ((1 << depth) - 1));
    }
}
