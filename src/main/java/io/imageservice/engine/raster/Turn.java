package io.imageservice.engine.raster;

import io.imageservice.engine.Size;

/// One of the eight ways to lay a picture: where the result's upper left pixel comes from and which
/// way its rows and columns run in the source.
///
/// @param acrossX,acrossY the source's step for one step to the right in the result
/// @param downX,downY for one step down
public record Turn(int acrossX, int acrossY, int downX, int downY) {
    public static final Turn FLIP = new Turn(1, 0, 0, -1);
    public static final Turn FLOP = new Turn(-1, 0, 0, 1);

    /// What puts a picture of this EXIF orientation upright.
    public static Turn ofOrientation(int orientation) {
        return switch (orientation) {
            case 1 -> new Turn(1, 0, 0, 1);
            case 2 -> FLOP;
            case 3 -> new Turn(-1, 0, 0, -1);
            case 4 -> FLIP;
            case 5 -> new Turn(0, 1, 1, 0);
            case 6 -> new Turn(0, -1, 1, 0);
            case 7 -> new Turn(0, -1, -1, 0);
            case 8 -> new Turn(0, 1, -1, 0);
            default -> throw new IllegalArgumentException("orientation: " + orientation);
        };
    }

    /// Clockwise by 90, 180 or 270 degrees.
    public static Turn clockwise(int degrees) {
        return ofOrientation(degrees == 90 ? 6 : degrees == 180 ? 3 : 8);
    }

    public boolean none() {
        return acrossX == 1 && downY == 1;
    }

    /// Whether columns run from the right of the source.
    boolean fromRight() {
        return acrossX + downX < 0;
    }

    /// Whether rows run from the bottom of the source.
    boolean fromBottom() {
        return acrossY + downY < 0;
    }

    public Size of(Size source) {
        return acrossX == 0 ? source.turned() : source;
    }

    public Pixels apply(Pixels source) {
        if (none()) {
            return source;
        }
        Size to = of(source.size());
        byte[] turned = plane(source.data(), source.size(), source.channels());
        return new Pixels(to.width(), to.height(), source.channels(), turned);
    }

    /// The same for a bare plane of `samples` bytes per pixel.
    byte[] plane(byte[] source, Size size, int samples) {
        Size to = of(size);
        byte[] out = new byte[source.length];
        int stride = size.width() * samples;
        int across = acrossX * samples + acrossY * stride;
        int down = downX * samples + downY * stride;
        int start =
                (fromRight() ? stride - samples : 0)
                        + (fromBottom() ? (size.height() - 1) * stride : 0);
        int at = 0;
        for (int y = 0; y < to.height(); y++) {
            int from = start + y * down;
            for (int x = 0; x < to.width(); x++, from += across) {
                for (int s = 0; s < samples; s++) {
                    out[at++] = source[from + s];
                }
            }
        }
        return out;
    }
}
