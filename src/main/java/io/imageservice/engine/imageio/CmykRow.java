package io.imageservice.engine.imageio;

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

/// Turns rows of inks (0 = none) into sRGB.
interface CmykRow {
    /// @return the array of the last row, valid until the next
    byte[] toRgb(byte[] inks);

    /// By the embedded profile; where there is none that works, by the plain formula.
    static CmykRow of(Optional<byte[]> profile, int width) {
        ICC_Profile parsed = IccRows.parse(profile, ColorSpace.TYPE_CMYK);
        if (parsed == null) {
            return plain(width);
        }
        try {
            CmykRow row = converting(parsed, width);
            row.toRgb(new byte[width * 4]);
            return row;
        } catch (CMMException | IllegalArgumentException e) {
            return plain(width);
        }
    }

    private static CmykRow converting(ICC_Profile profile, int width) {
        ColorConvertOp convert =
                new ColorConvertOp(
                        new ICC_ColorSpace(profile),
                        ColorSpace.getInstance(ColorSpace.CS_sRGB),
                        null);
        WritableRaster from =
                Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, 1, 4, null);
        WritableRaster to = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, 1, 3, null);
        byte[] in = ((DataBufferByte) from.getDataBuffer()).getData();
        byte[] out = ((DataBufferByte) to.getDataBuffer()).getData();
        return inks -> {
            System.arraycopy(inks, 0, in, 0, in.length);
            convert.filter(from, to);
            return out;
        };
    }

    private static CmykRow plain(int width) {
        byte[] rgb = new byte[width * 3];
        return inks -> {
            for (int from = 0, to = 0; from < inks.length; from += 4) {
                int light = 255 - (inks[from + 3] & 0xff);
                for (int c = 0; c < 3; c++) {
                    rgb[to++] = (byte) ((255 - (inks[from + c] & 0xff)) * light / 255);
                }
            }
            return rgb;
        };
    }
}
