package io.imageservice.engine.imageio;

import io.imageservice.engine.Deadline;
import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.raster.RowSink;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageReader;

/// JPEG of four components: CMYK or YCCK, inverted where Adobe wrote it (which is nearly always).
final class CmykDecoder {
    private static final int YCCK = 2;

    private final JpegHead head;

    CmykDecoder(JpegHead head) {
        this.head = head;
    }

    /// The codec cannot stream these: it hands out all of it, 4 bytes a pixel.
    void decode(ImageReader reader, Decoder.Opening opening, Deadline deadline)
            throws EngineFailure, IOException {
        Raster raster = reader.readRaster(0, null);
        int width = raster.getWidth();
        RowSink sink = opening.open(3);
        CmykRow row = CmykRow.of(head.profile(), width);
        byte[] samples = ((DataBufferByte) raster.getDataBuffer()).getData();
        byte[] inks = new byte[width * 4];
        for (int y = 0; y < raster.getHeight(); y++) {
            deadline.check();
            System.arraycopy(samples, y * inks.length, inks, 0, inks.length);
            if (head.adobe() == YCCK) {
                toCmy(inks);
            }
            if (head.adobe() >= 0) {
                invert(inks);
            }
            sink.row(row.toRgb(inks), 0);
        }
    }

    private static void toCmy(byte[] row) {
        for (int i = 0; i < row.length; i += 4) {
            double luma = row[i] & 0xff;
            double cb = (row[i + 1] & 0xff) - 128;
            double cr = (row[i + 2] & 0xff) - 128;
            row[i] = complement(luma + 1.402 * cr);
            row[i + 1] = complement(luma - 0.344136 * cb - 0.714136 * cr);
            row[i + 2] = complement(luma + 1.772 * cb);
        }
    }

    private static void invert(byte[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = (byte) ~row[i];
        }
    }

    /// Light to ink.
    private static byte complement(double light) {
        return (byte) (255 - Math.clamp(Math.round(light), 0, 255));
    }
}
