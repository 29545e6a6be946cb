package io.imageservice.engine.raster;

import io.imageservice.engine.Size;

/// A picture in a plain array: rows from the top, pixels from the left, one byte per sample, sRGB.
///
/// @param channels 3 (RGB) or 4 (RGBA, not premultiplied)
/// @param data width x height x channels bytes; not copied, so whoever holds it may change it
@SuppressWarnings("ArrayRecordComponent") // a value of megabytes is never compared
public record Pixels(int width, int height, int channels, byte[] data) {
    public Pixels {
        if (channels != 3 && channels != 4) {
            throw new IllegalArgumentException("channels are not 3 or 4: " + channels);
        }
        if (data.length != Math.multiplyExact(Math.multiplyExact(width, height), channels)) {
            throw new IllegalArgumentException(
                    "not %dx%dx%d bytes: %d".formatted(width, height, channels, data.length));
        }
    }

    public static Pixels blank(int width, int height, int channels) {
        return new Pixels(width, height, channels, new byte[width * height * channels]);
    }

    public Size size() {
        return new Size(width, height);
    }

    public boolean alpha() {
        return channels == 4;
    }

    /// Bytes of a row.
    public int stride() {
        return width * channels;
    }

    /// Sends all rows from the top.
    public void sendTo(RowSink sink) {
        for (int y = 0; y < height; y++) {
            sink.row(data, y * stride());
        }
    }

    /// Laid on a colour where it is transparent; this one when it has no alpha.
    public Pixels onto(int red, int green, int blue) {
        if (!alpha()) {
            return this;
        }
        byte[] flat = new byte[width * height * 3];
        int[] ground = {red, green, blue};
        for (int from = 0, to = 0; from < data.length; from += 4) {
            int opacity = data[from + 3] & 0xff;
            for (int c = 0; c < 3; c++) {
                int mixed = (data[from + c] & 0xff) * opacity + ground[c] * (255 - opacity);
                flat[to++] = (byte) ((mixed + 127) / 255);
            }
        }
        return new Pixels(width, height, 3, flat);
    }
}
