package io.imageservice.engine.imageio;

import io.imageservice.engine.Deadline;
import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.Header;
import io.imageservice.engine.raster.RowSink;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/// Any JPEG by the JDK's own codec, row by row.
final class JpegCodec {
    private JpegCodec() {}

    static void decode(JpegStream stream, Header header, Decoder.Opening opening, Deadline deadline)
            throws EngineFailure, IOException {
        ImageReader reader = JdkCodecs.reader("jpeg");
        List<String> warnings = new ArrayList<>();
        try (ByteInput input = new ByteInput(stream.bytes(), stream.start())) {
            reader.addIIOReadWarningListener((source, warning) -> {
                warnings.add(warning);
                if (!harmless(warning)) {
                    source.abort();
                }
            });
            reader.setInput(input, true, true);
            Decoder.same(header, reader.getWidth(0), reader.getHeight(0));
            if (stream.components() == 4) {
                new CmykDecoder(stream).decode(reader, opening, deadline);
            } else {
                rows(stream, reader, header, opening, deadline);
            }
        } finally {
            reader.dispose();
        }
        refuseBroken(warnings);
    }

    private static void rows(
            JpegStream stream,
            ImageReader reader,
            Header header,
            Decoder.Opening opening,
            Deadline deadline)
            throws EngineFailure, IOException {
        RowSink sink = opening.open(3, stream.colours(), 1);
        sink = IccRows.around(sink, stream.profile(), header.width(), 3);
        if (stream.components() == 1) {
            sink = new GrayRows(sink, header.width());
        }
        RowRaster rows =
                new RowRaster(
                        header.width(),
                        header.height(),
                        stream.components() == 1 ? 1 : 3,
                        new RowRaster.Flow(reader, stream.scans(), sink, deadline));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setDestination(new BufferedImage(model(rows.getNumBands()), rows, false, null));
        reader.read(0, param);
        if (rows.late()) {
            throw EngineFailure.timeout();
        }
        if (rows.rows() < header.height()) {
            throw EngineFailure.broken("ends after row " + rows.rows());
        }
    }

    private static ComponentColorModel model(int bands) {
        int space = bands == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB;
        return new ComponentColorModel(
                ColorSpace.getInstance(space), false, false, 1, DataBuffer.TYPE_BYTE);
    }

    /// The codec fills what is missing with grey and merely warns.
    private static void refuseBroken(List<String> warnings) throws EngineFailure {
        for (String warning : warnings) {
            if (!harmless(warning)) {
                throw EngineFailure.broken(warning);
            }
        }
    }

    private static boolean harmless(String warning) {
        return warning.contains("extraneous bytes") || warning.contains("JFIF");
    }
}
