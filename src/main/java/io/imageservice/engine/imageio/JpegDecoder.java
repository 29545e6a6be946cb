package io.imageservice.engine.imageio;

import io.imageservice.engine.Deadline;
import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.Header;
import io.imageservice.engine.jpeg.BaselineJpeg;
import io.imageservice.engine.jpeg.NotPlainException;
import io.imageservice.engine.raster.Colours;
import io.imageservice.engine.raster.RowSink;
import java.io.IOException;
import java.util.Optional;

/// JPEG: where a fraction of a plain one will do straight to that, else by the JDK's own codec,
/// which is as fast with the whole.
final class JpegDecoder implements Decoder {
    @Override
    public void decode(byte[] bytes, Header header, Opening opening, Deadline deadline)
            throws EngineFailure, IOException {
        JpegHead head = JpegHead.read(bytes);
        if (opening.reducible() == 1 || !reduced(bytes, head, header, opening, deadline)) {
            JpegCodec.decode(JpegStream.of(head, bytes), header, opening, deadline);
        }
    }

    /// @return false where the codec has to do it, or to say what is wrong
    private static boolean reduced(
            byte[] bytes, JpegHead head, Header header, Opening opening, Deadline deadline)
            throws EngineFailure {
        int by = opening.reducible();
        try {
            BaselineJpeg jpeg = BaselineJpeg.of(head.kept(), bytes, head.end());
            if (!jpeg.size().equals(header.size())) {
                return false;
            }
            jpeg.decode(by, sink(head, header, opening, by), deadline);
            return true;
        } catch (NotPlainException e) {
            return false;
        }
    }

    /// A profile is applied to what has been averaged, as sharp and libvips do it.
    private static RowSink sink(JpegHead head, Header header, Opening opening, int by)
            throws EngineFailure {
        int width = Math.ceilDiv(header.width(), by);
        boolean luma = head.components() == 3 && head.luma();
        Optional<byte[]> profile = head.profile();
        if (luma && profile.isEmpty()) {
            return opening.open(3, Colours.YCC, by);
        }
        RowSink sink = IccRows.around(opening.open(3, Colours.RGB, by), profile, width, 3);
        if (luma) {
            return new RgbRows(sink, width);
        }
        return head.components() == 1 ? new GrayRows(sink, width) : sink;
    }
}
