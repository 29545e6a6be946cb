package io.imageservice.engine.raster;

import io.imageservice.engine.Size;

/// A picture as WebP and its kin store it: luma per pixel, chroma per 2x2 pixels, alpha per pixel
/// where there is any; BT.601, luma 16..235.
///
/// @param alpha empty where the picture has none
@SuppressWarnings("ArrayRecordComponent") // a value of megabytes is never compared
public record Yuv(Size size, byte[] luma, byte[] u, byte[] v, byte[] alpha) {
    public Size chroma() {
        return chroma(size);
    }

    static Size chroma(Size size) {
        return new Size((size.width() + 1) / 2, (size.height() + 1) / 2);
    }

    Yuv turned(Turn turn) {
        if (turn.none()) {
            return this;
        }
        byte[] turnedAlpha = alpha.length == 0 ? alpha : turn.plane(alpha, size, 1);
        return new Yuv(
                turn.of(size),
                turn.plane(luma, size, 1),
                turn.plane(u, chroma(), 1),
                turn.plane(v, chroma(), 1),
                turnedAlpha);
    }

    public static Yuv of(Pixels pixels) {
        Turn none = Turn.ofOrientation(1);
        YuvSink sink = new YuvSink(pixels.size(), pixels.channels(), Colours.RGB, none);
        pixels.sendTo(sink);
        return sink.yuv();
    }
}
