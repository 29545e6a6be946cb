package io.imageservice.engine.imageio;

import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.Header;
import io.imageservice.engine.raster.RowSink;

/// What the rows of a JPEG of one or three components pass on their way.
final class JpegRows {
    private JpegRows() {}

    /// Takes grey, or [JpegHead#colours].
    ///
    /// @param by how many pixels on a side were averaged into one; a profile is applied to what has
    ///   been averaged, as sharp and libvips do it
    static RowSink open(JpegHead head, Header header, Decoder.Opening opening, int by)
            throws EngineFailure {
        int width = Math.ceilDiv(header.width(), by);
        RowSink sink = opening.open(3, head.colours(), by);
        sink = IccRows.around(sink, head.profile(), width, 3);
        return head.components() == 1 ? new GrayRows(sink, width) : sink;
    }
}
