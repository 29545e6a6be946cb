package io.imageservice.engine.imageio;

import io.imageservice.engine.Deadline;
import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.Header;
import io.imageservice.engine.jpeg.BaselineJpeg;
import io.imageservice.engine.jpeg.NotPlainException;
import io.imageservice.engine.raster.Colours;
import io.imageservice.engine.raster.RowSink;
import java.io.IOException;

/// JPEG: where a fraction of a plain one will do straight to that, else by the JDK's own codec,
/// which is as fast with the whole.
final class JpegDecoder implements Decoder {
    @Override
    public void decode(byte[] bytes, Header header, Opening opening, Deadline deadline)
            throws EngineFailure, IOException {
        JpegHead head = JpegHead.read(bytes);
        if (!reduced(head, header, opening, deadline)) {
            JpegCodec.decode(head, header, opening, deadline);
        }
    }

    /// @return false where the codec has to do it, or to say what is wrong
    private static boolean reduced(JpegHead head, Header header, Opening opening, Deadline deadline)
            throws EngineFailure {
        int by = opening.reducible();
        if (by == 1) {
            return false;
        }
        try {
            BaselineJpeg jpeg = BaselineJpeg.of(head.kept(), head.source(), head.end());
            if (!jpeg.size().equals(header.size())) {
                return false;
            }
            RowSink sink = JpegRows.open(head, header, opening, by);
            if (head.luma() && head.colours() == Colours.RGB) {
                sink = new RgbRows(sink, Math.ceilDiv(header.width(), by));
            }
            jpeg.decode(by, sink, deadline);
            return true;
        } catch (NotPlainException e) {
            return false;
        }
    }
}
