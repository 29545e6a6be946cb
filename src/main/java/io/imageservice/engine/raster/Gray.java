package io.imageservice.engine.raster;

/// Colours replaced by their luma, weighted as Rec. 709 does.
final class Gray {
    private Gray() {}

    static Pixels of(Pixels pixels) {
        byte[] from = pixels.data();
        byte[] to = from.clone();
        for (int i = 0; i < from.length; i += pixels.channels()) {
            byte luma = luma(from[i] & 0xff, from[i + 1] & 0xff, from[i + 2] & 0xff);
            to[i] = luma;
            to[i + 1] = luma;
            to[i + 2] = luma;
        }
        return new Pixels(pixels.width(), pixels.height(), pixels.channels(), to);
    }

    /// 0.2126, 0.7152 and 0.0722 in units of 1/65536.
    static byte luma(int red, int green, int blue) {
        return (byte) (13933 * red + 46871 * green + 4732 * blue + (1 << 15) >> 16);
    }
}
