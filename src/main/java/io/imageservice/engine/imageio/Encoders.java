package io.imageservice.engine.imageio;

import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.ImageFormat;
import io.imageservice.engine.raster.Pixels;
import io.imageservice.engine.raster.Yuv;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Writes WebP, JPEG and PNG.
final class Encoders {
    static final Set<ImageFormat> FORMATS =
            Set.of(ImageFormat.WEBP, ImageFormat.JPEG, ImageFormat.PNG);

    private static final int MAX_JPEG_SIDE = 65_500;

    private final WebpEncoder webp;

    Encoders(int webpEffort) {
        this.webp = new WebpEncoder(webpEffort);
    }

    /// That the format can hold a picture with a longer side like this.
    static void check(ImageFormat format, int side) throws EngineFailure {
        int most = format == ImageFormat.WEBP ? WebpEncoder.MAX_SIDE : MAX_JPEG_SIDE;
        if (!FORMATS.contains(format)) {
            throw EngineFailure.unsupported("this engine cannot write " + format);
        }
        if (side > most) {
            throw EngineFailure.unsupported(
                    "%s takes at most %d pixels a side, not %d".formatted(format, most, side));
        }
    }

    byte[] encode(Pixels pixels, ImageFormat format, int quality) throws EngineFailure {
        return switch (format) {
            case WEBP -> webp.encode(Yuv.of(pixels), quality);
            case JPEG -> imageio(pixels.onto(255, 255, 255), format, quality);
            case PNG -> imageio(pixels, format, quality);
            default -> throw EngineFailure.unsupported("this engine cannot write " + format);
        };
    }

    byte[] webp(Yuv yuv, int quality) throws EngineFailure {
        return webp.encode(yuv, quality);
    }

    private static byte[] imageio(Pixels pixels, ImageFormat format, int quality) {
        String name = format.name().toLowerCase(Locale.ROOT);
        ImageWriter writer = JdkCodecs.writer(name);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (format == ImageFormat.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(quality / 100f);
            }
            writer.write(null, new IIOImage(wrap(pixels), null, null), param);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage wrap(Pixels pixels) {
        int[] bands = pixels.alpha() ? new int[] {0, 1, 2, 3} : new int[] {0, 1, 2};
        WritableRaster raster =
                Raster.createInterleavedRaster(
                        new DataBufferByte(pixels.data(), pixels.data().length),
                        pixels.width(),
                        pixels.height(),
                        pixels.stride(),
                        pixels.channels(),
                        bands,
                        null);
        int transparency = pixels.alpha() ? 3 : 1;
        ComponentColorModel model =
                new ComponentColorModel(
                        ColorSpace.getInstance(ColorSpace.CS_sRGB),
                        pixels.alpha(),
                        false,
                        transparency,
                        DataBuffer.TYPE_BYTE);
        return new BufferedImage(model, raster, false, null);
    }
}
