package io.imageservice.engine.imageio;

import io.imageservice.engine.Deadline;
import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.Header;
import io.imageservice.engine.jpeg.NotPlainException;
import io.imageservice.engine.jpeg.PlainJpeg;
import io.imageservice.engine.raster.Colours;
import io.imageservice.engine.raster.RowSink;
import java.io.IOException;

/// JPEG: progressive, or where a fraction will do, by our own reader, else by the JDK's codec,
/// which is as fast with the whole of a baseline file but reads a progressive one once for each
/// scan.
final class JpegDecoder implements Decoder {
    @Override
    public void decode(byte[] bytes, Header header, Opening opening, Deadline deadline)
            throws EngineFailure, IOException {
        JpegHead head = JpegHead.read(bytes);
        if (!plain(head, header, opening, deadline)) {
            JpegCodec.decode(head, header, opening, deadline);
        }
    }

    /// @return false where the codec has to do it, or to say what is wrong
    private static boolean plain(JpegHead head, Header header, Opening opening, Deadline deadline)
            throws EngineFailure {
        int by = opening.reducible();
        if (by == 1 && !head.progressive()) {
            return false;
        }
        try {
            PlainJpeg jpeg = PlainJpeg.of(head.kept(), head.source(), head.end());
            boolean fit = !jpeg.coarse(by) || head.progressive() && opening.shrinks();
            if (!fit || !jpeg.size().equals(header.size())) {
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
