package io.imageservice.engine.raster;

/// What the three colour samples of a pixel are, and how WebP's planes are made of them: weights of
/// the samples and an offset that rounds, with 16 bits of fraction (BT.601, luma 16..235, chroma
/// 16..240).
public enum Colours {
    RGB(
            new int[] {16839, 33059, 6420, (16 << 16) + Colours.HALF},
            new int[] {-9719, -19081, 28800, (128 << 16) + Colours.HALF},
            new int[] {28800, -24116, -4684, (128 << 16) + Colours.HALF}),
    /// Luma and chroma of 0..255, as JPEG has them (JFIF 1.02).
    YCC(
            new int[] {56284, 0, 0, (16 << 16) + Colours.HALF},
            new int[] {0, 57569, 0, (128 << 16) - 128 * 57569 + Colours.HALF},
            new int[] {0, 0, 57569, (128 << 16) - 128 * 57569 + Colours.HALF});

    private static final int HALF = 1 << 15;

    private final int[] luma;
    private final int[] u;
    private final int[] v;

    Colours(int[] luma, int[] u, int[] v) {
        this.luma = luma;
        this.u = u;
        this.v = v;
    }

    int[] luma() {
        return luma;
    }

    int[] u() {
        return u;
    }

    int[] v() {
        return v;
    }

    /// The picture in sRGB, in place.
    public Pixels rgb(Pixels pixels) {
        rgb(pixels.data());
        return pixels;
    }

    /// Pixels of three samples in sRGB, in place.
    public void rgb(byte[] data) {
        if (this == RGB) {
            return;
        }
        for (int i = 0; i < data.length; i += 3) {
            int luma = (data[i] & 0xff) << 16 | HALF;
            int blue = (data[i + 1] & 0xff) - 128;
            int red = (data[i + 2] & 0xff) - 128;
            data[i] = clamp(luma + 91881 * red);
            data[i + 1] = clamp(luma - 22554 * blue - 46802 * red);
            data[i + 2] = clamp(luma + 116130 * blue);
        }
    }

    private static byte clamp(int value) {
        return (byte) Math.clamp(value >> 16, 0, 255);
    }
}
