package io.imageservice.engine.imageio;

import io.imageservice.engine.Deadline;
import io.imageservice.engine.raster.RowSink;
import java.awt.Point;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import javax.imageio.ImageReader;

/// Where ImageIO thinks it writes the decoded picture. It holds nothing: each row goes to a sink,
/// so a picture of any size costs one row.
final class RowRaster extends WritableRaster {
    private final Flow flow;
    private int pass;
    private int rows;
    private boolean late;

    /// Whence the rows come, where they go, and until when.
    ///
    /// @param passes how often the reader hands out the whole picture, each time a finer one, of
    ///   which the last is wanted. It can be asked for one pass only, but gives the first then
    record Flow(ImageReader reader, int passes, RowSink sink, Deadline deadline) {}

    /// @param bands 1 or 3
    RowRaster(int width, int height, int bands, Flow flow) {
        super(
                new PixelInterleavedSampleModel(
                        DataBuffer.TYPE_BYTE,
                        width,
                        height,
                        bands,
                        width * bands,
                        bands == 1 ? new int[] {0} : new int[] {0, 1, 2}),
                new DataBufferByte(1),
                new Point());
        this.flow = flow;
    }

    @Override
    public void setRect(int x, int y, Raster row) {
        if (y == 0) {
            pass++;
            rows = 0;
        }
        if (y != rows || row.getHeight() != 1 || pass > flow.passes()) {
            throw new IllegalStateException("row %d came when %d was due".formatted(y, rows));
        }
        rows++;
        if (pass == flow.passes()) {
            flow.sink().row(((DataBufferByte) row.getDataBuffer()).getData(), 0);
        }
        if (flow.deadline().passed()) {
            late = true;
            flow.reader().abort();
        }
    }

    /// How many rows of the last pass came.
    int rows() {
        return pass == flow.passes() ? rows : 0;
    }

    boolean late() {
        return late;
    }
}
