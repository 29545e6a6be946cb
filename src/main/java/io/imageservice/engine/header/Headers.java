package io.imageservice.engine.header;

import io.imageservice.engine.HeaderReading;
import io.imageservice.engine.HeaderReading.Broken;
import io.imageservice.engine.HeaderReading.Recognised;
import io.imageservice.engine.HeaderReading.Unknown;
import io.imageservice.engine.ImageFormat;
import java.io.EOFException;
import java.nio.file.Path;
import java.util.List;

/// Looks at a file's bytes and says what it is.
///
/// Names are never looked at and no pixel is decoded; whatever the bytes are, an answer comes in
/// time that grows at most with the file's length, and in a few kilobytes of memory.
public final class Headers {
    private static final List<HeaderReader> READERS =
            List.of(
                    new JpegHeader(),
                    new PngHeader(),
                    new GifHeader(),
                    new WebpHeader(),
                    new BmpHeader(),
                    new IsoMediaHeader(),
                    new SvgHeader());

    private Headers() {}

    /// @throws java.io.UncheckedIOException when the file itself cannot be read
    public static HeaderReading read(Path file) {
        try (Bytes bytes = Bytes.of(file)) {
            return read(bytes);
        }
    }

    public static HeaderReading read(byte[] file) {
        return read(Bytes.of(file));
    }

    private static HeaderReading read(Bytes bytes) {
        for (HeaderReader reader : READERS) {
            ImageFormat format = null;
            try {
                format = reader.recognise(bytes).orElse(null);
                if (format != null) {
                    return new Recognised(reader.read(format, bytes));
                }
            } catch (EOFException e) {
                if (format != null) {
                    return new Broken(format, "cut off: " + e.getMessage());
                }
            } catch (BrokenHeader e) {
                if (format != null) {
                    return new Broken(format, e.getMessage());
                }
            }
        }
        return new Unknown(bytes.length() == 0 ? "empty" : "no known format");
    }
}
