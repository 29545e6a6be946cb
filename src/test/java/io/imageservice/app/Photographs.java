package io.imageservice.app;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/// JPEGs to upload, drawn in any size.
public final class Photographs {
    private Photographs() {}

    /// Shades and noise; another seed is another picture.
    ///
    /// @param quality 0..1; with 1 the noise makes about 3 bytes of every pixel
    public static byte[] drawn(int width, int height, float quality, long seed) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var noise = new Random(seed);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                var shade = (x * 200 / width + y * 40 / height) & 0xff;
                image.setRGB(
                        x, y, (shade << 16 | shade << 8 | 0x80) ^ (noise.nextInt() & 0x1f1f1f));
            }
        }
        return jpeg(image, quality);
    }

    private static byte[] jpeg(BufferedImage image, float quality) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
