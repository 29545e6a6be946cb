package io.imageservice.engine.imageio;

import io.imageservice.engine.Deadline;
import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.Header;
import io.imageservice.engine.raster.RowSink;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/// BMP and the first frame of GIF, by the JDK's readers.
final class PlainDecoder implements Decoder {
    @Override
    public void decode(byte[] bytes, Header header, Opening opening, Deadline deadline)
            throws EngineFailure, IOException {
        BufferedImage image = read(bytes, header, deadline);
        boolean inside = image.getWidth() <= header.width() && image.getHeight() <= header.height();
        boolean whole = image.getWidth() == header.width() && image.getHeight() == header.height();
        if (!inside) {
            throw EngineFailure.broken("the frame is larger than the picture");
        }
        int channels = image.getColorModel().hasAlpha() || !whole ? 4 : 3;
        RowSink sink = opening.open(channels);
        ImageRows rows = new ImageRows(image, header.width(), channels);
        for (int y = 0; y < header.height(); y++) {
            deadline.check();
            sink.row(rows.row(y), 0);
        }
    }

    private static BufferedImage read(byte[] bytes, Header header, Deadline deadline)
            throws EngineFailure, IOException {
        String format = header.format().name().toLowerCase(Locale.ROOT);
        ImageReader reader = JdkCodecs.reader(format);
        try (ByteInput input = new ByteInput(bytes, 0)) {
            reader.setInput(input, false, true);
            // Asked again of the codec itself: nothing larger than the header is allocated.
            if ((long) reader.getWidth(0) * reader.getHeight(0) > header.size().pixels()) {
                throw EngineFailure.tooLarge("larger than its header says");
            }
            reader.addIIOReadProgressListener(new Stopper(reader, deadline));
            return reader.read(0);
        } finally {
            deadline.check();
            reader.dispose();
        }
    }

    private record Stopper(ImageReader reader, Deadline deadline)
            implements IIOReadProgressListener {
        @Override
        public void imageProgress(ImageReader source, float percent) {
            if (deadline.passed()) {
                reader.abort();
            }
        }

        @Override
        public void sequenceStarted(ImageReader source, int index) {}

        @Override
        public void sequenceComplete(ImageReader source) {}

        @Override
        public void imageStarted(ImageReader source, int index) {}

        @Override
        public void imageComplete(ImageReader source) {}

        @Override
        public void thumbnailStarted(ImageReader source, int index, int thumbnail) {}

        @Override
        public void thumbnailProgress(ImageReader source, float percent) {}

        @Override
        public void thumbnailComplete(ImageReader source) {}

        @Override
        public void readAborted(ImageReader source) {}
    }
}
