package io.imageservice.page;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Small photographs nobody took: a sky, a sun, hills, different for every seed.
public final class Pictures {
    private Pictures() {}

    public static Drop.Dropped jpeg(String name, int seed) {
        var picture = new BufferedImage(480, 320, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        float hue = (seed * 37 % 100) / 100f;
        pen.setPaint(
                new GradientPaint(
                        0,
                        0,
                        Color.getHSBColor(hue, .55f, .95f),
                        0,
                        320,
                        Color.getHSBColor(hue + .1f, .3f, 1f)));
        pen.fillRect(0, 0, 480, 320);
        pen.setColor(new Color(255, 244, 214));
        pen.fillOval(60 + seed * 53 % 300, 40 + seed * 29 % 80, 60, 60);
        for (int hill = 0; hill < 3; hill++) {
            pen.setColor(Color.getHSBColor(hue + .35f, .4f, .7f - hill * .18f));
            pen.fillOval(-120 + (seed * 71 + hill * 190) % 260, 190 + hill * 34, 520, 320);
        }
        pen.dispose();
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(picture, "jpeg", out);
            return new Drop.Dropped(name, "image/jpeg", out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A file that says it is a picture and is none.
    static Drop.Dropped text(String name) {
        return new Drop.Dropped(
                name,
                "image/jpeg",
                "no picture at all".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
