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

    static void decode(JpegHead head, Header header, Decoder.Opening opening, Deadline deadline)
            throws EngineFailure, IOException {
        JpegStream stream = JpegStream.of(head);
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
            if (head.components() == 4) {
                new CmykDecoder(head).decode(reader, opening, deadline);
            } else {
                RowSink sink = JpegRows.open(head, header, opening, 1);
                int bands = head.components() == 1 ? 1 : 3;
                RowRaster.Flow flow = new RowRaster.Flow(reader, stream.scans(), sink, deadline);
                read(reader, new RowRaster(header.width(), header.height(), bands, flow));
            }
        } finally {
            reader.dispose();
        }
        refuseBroken(warnings);
    }

    private static void read(ImageReader reader, RowRaster rows) throws EngineFailure, IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        param.setDestination(new BufferedImage(model(rows.getNumBands()), rows, false, null));
        reader.read(0, param);
        if (rows.late()) {
            throw EngineFailure.timeout();
        }
        if (rows.rows() < rows.getHeight()) {
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
