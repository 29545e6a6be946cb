package io.imageservice.processing;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/// Pictures drawn for a test.
final class Pictures {
    private Pictures() {}

    static byte[] jpeg(int width, int height) {
        return written(width, height, "jpeg");
    }

    /// A PNG whose header is sound and whose pixels are not.
    static byte[] brokenPng() {
        byte[] whole = written(200, 100, "png");
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        for (int i = 60; i < half.length; i++) {
            half[i] ^= (byte) (i * 31);
        }
        return half;
    }

    private static byte[] written(int width, int height, String format) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.BLUE));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
