package io.imageservice.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/// Stand-ins for photographs: smooth shades, edges and a little noise, always the same.
final class GeneratedPhotos {
    private static final int[][] SIZES = {{2000, 1333}, {3000, 2000}, {4000, 3000}};

    private GeneratedPhotos() {}

    static List<Path> in(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new java.util.ArrayList<>();
        for (int[] size : SIZES) {
            Path file = folder.resolve("generated-" + size[0] + ".jpg");
            if (Files.notExists(file)) {
                ImageIO.write(picture(size[0], size[1]), "jpeg", file.toFile());
            }
            files.add(file);
        }
        return files;
    }

    private static BufferedImage picture(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random noise = new Random(width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double wave = Math.sin(x / 37.0 + Math.cos(y / 91.0) * 5) * 60;
                int edge = (x / 150 + y / 110) % 2 * 40;
                int base = (int) (110 + wave + edge + noise.nextGaussian() * 6);
                int clamped = Math.clamp(base, 0, 255);
                image.setRGB(x, y, clamped << 16 | clamped * 7 / 8 << 8 | (255 - clamped));
            }
        }
        return image;
    }
}
