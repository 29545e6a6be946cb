package io.imageservice.faults;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;

/// Lines over time, as a PNG.
final class Graph {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 480;
    private static final int LEFT = 70;
    private static final int RIGHT = 130;
    private static final int BELOW = 45;
    private static final int ABOVE = 20;
    private static final Color[] COLOURS = {
        new Color(0x1f77b4),
        new Color(0xd62728),
        new Color(0x2ca02c),
        new Color(0x9467bd),
        new Color(0xff7f0e),
        new Color(0x555555)
    };

    private final Graphics2D pen;
    private final double minutes;
    private final double most;

    private Graph(Graphics2D pen, double minutes, double most) {
        this.pen = pen;
        this.minutes = minutes;
        this.most = most;
    }

    static void write(Path file, Map<String, Slope> lines, double minutes) throws IOException {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        double most = lines.values().stream().mapToDouble(Slope::most).max().orElse(1) * 1.1;
        new Graph(pen, minutes, most).draw(lines);
        pen.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    private void draw(Map<String, Slope> lines) {
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        axes();
        pen.setStroke(new BasicStroke(2));
        int place = 0;
        for (var line : lines.entrySet()) {
            pen.setColor(COLOURS[place % COLOURS.length]);
            pen.drawString(line.getKey(), WIDTH - RIGHT + 12, ABOVE + 20 + 20 * place);
            curve(line.getValue());
            place++;
        }
    }

    private void axes() {
        for (int i = 0; i <= 5; i++) {
            pen.setColor(new Color(0xdddddd));
            int y = y(most * i / 5);
            int x = x(minutes * i / 5);
            pen.drawLine(LEFT, y, WIDTH - RIGHT, y);
            pen.drawLine(x, ABOVE, x, HEIGHT - BELOW);
            pen.setColor(Color.BLACK);
            pen.drawString("%.0f MB".formatted(most * i / 5), 8, y + 5);
            pen.drawString("%.1f min".formatted(minutes * i / 5), x - 20, HEIGHT - BELOW + 20);
        }
    }

    private void curve(Slope line) {
        var path = new Path2D.Double();
        for (var point : line.points()) {
            if (path.getCurrentPoint() == null) {
                path.moveTo(x(point.minute()), y(point.megabytes()));
            } else {
                path.lineTo(x(point.minute()), y(point.megabytes()));
            }
        }
        pen.draw(path);
    }

    private int x(double minute) {
        return (int) (LEFT + minute / minutes * (WIDTH - LEFT - RIGHT));
    }

    private int y(double megabytes) {
        return (int) (HEIGHT - BELOW - megabytes / most * (HEIGHT - ABOVE - BELOW));
    }
}
