package io.imageservice.engine.imageio;

import io.imageservice.engine.raster.RowSink;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Converts rows of an embedded RGB profile to sRGB. A profile that is garbage, or not for RGB, is
/// taken for sRGB: a picture slightly off is better than none.
final class IccRows implements RowSink {
    /// The largest real profile (printers' tables) has some 3 MB.
    private static final int MAX_PROFILE = 4 << 20;

    private final RowSink next;
    private final ColorConvertOp convert;
    private final int channels;
    private final WritableRaster from;
    private final WritableRaster to;
    private final byte[] colours;
    private final byte[] out;

    private IccRows(RowSink next, ColorConvertOp convert, int width, int channels) {
        this.next = next;
        this.convert = convert;
        this.channels = channels;
        this.from = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, 1, 3, null);
        this.to = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, 1, 3, null);
        this.colours = ((DataBufferByte) from.getDataBuffer()).getData();
        this.out = new byte[width * channels];
    }

    static RowSink around(RowSink sink, Optional<byte[]> profile, int width, int channels) {
        ICC_Profile parsed = parse(profile, ColorSpace.TYPE_RGB);
        if (neutral(parsed)) {
            return sink;
        }
        try {
            ColorConvertOp convert =
                    new ColorConvertOp(
                            new ICC_ColorSpace(parsed),
                            ColorSpace.getInstance(ColorSpace.CS_sRGB),
                            null);
            IccRows rows = new IccRows(sink, convert, width, channels);
            convert.filter(rows.from, rows.to);
            return rows;
        } catch (CMMException | IllegalArgumentException e) {
            return sink;
        }
    }

    /// Whether RGB rows need no conversion.
    static boolean neutral(Optional<byte[]> profile) {
        return neutral(parse(profile, ColorSpace.TYPE_RGB));
    }

    private static boolean neutral(@Nullable ICC_Profile parsed) {
        return parsed == null || SrgbLike.test(parsed);
    }

    /// Nothing when it is missing, too long, broken, or for another kind of colours.
    static @Nullable ICC_Profile parse(Optional<byte[]> bytes, int type) {
        if (bytes.isEmpty() || bytes.get().length > MAX_PROFILE) {
            return null;
        }
        try {
            ICC_Profile profile = ICC_Profile.getInstance(bytes.get());
            return profile.getColorSpaceType() == type ? profile : null;
        } catch (IllegalArgumentException | CMMException e) {
            return null;
        }
    }

    @Override
    public void row(byte[] bytes, int offset) {
        int pixels = out.length / channels;
        if (channels == 3) {
            System.arraycopy(bytes, offset, colours, 0, out.length);
        } else {
            for (int i = 0; i < pixels; i++) {
                System.arraycopy(bytes, offset + i * 4, colours, i * 3, 3);
            }
        }
        convert.filter(from, to);
        byte[] done = ((DataBufferByte) to.getDataBuffer()).getData();
        if (channels == 3) {
            next.row(done, 0);
            return;
        }
        for (int i = 0; i < pixels; i++) {
            System.arraycopy(done, i * 3, out, i * 4, 3);
            out[i * 4 + 3] = bytes[offset + i * 4 + 3];
        }
        next.row(out, 0);
    }
}
