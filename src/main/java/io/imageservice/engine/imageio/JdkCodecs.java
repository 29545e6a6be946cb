package io.imageservice.engine.imageio;

import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;

/// The JDK's own codecs, whatever plug-ins are on the class path: ImageIO hands out any of them
/// first, and our streaming depends on how the JDK's work.
final class JdkCodecs {
    private static final String OWN = "com.sun.imageio.";

    private JdkCodecs() {}

    static ImageReader reader(String format) {
        return own(ImageIO.getImageReadersByFormatName(format));
    }

    static ImageWriter writer(String format) {
        return own(ImageIO.getImageWritersByFormatName(format));
    }

    private static <T> T own(Iterator<T> codecs) {
        while (codecs.hasNext()) {
            T codec = codecs.next();
            if (codec.getClass().getName().startsWith(OWN)) {
                return codec;
            }
        }
        throw new IllegalStateException("this JDK is without its image codecs");
    }
}
