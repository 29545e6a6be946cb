package io.imageservice.story;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.imageservice.engine.HeaderReading;
import io.imageservice.engine.Size;
import io.imageservice.engine.Turned;
import io.imageservice.engine.fixtures.Fixtures;
import io.imageservice.engine.fixtures.Gifs;
import io.imageservice.engine.fixtures.Jpegs;
import io.imageservice.engine.fixtures.Scene;
import io.imageservice.engine.header.Headers;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A picture of the story, with what must come of it.
///
/// @param width upright
/// @param kept whether the engine may keep the original as `main` (animations)
/// @param scene whether it shows [Scene], whose corners tell which way up it is
record StoryPicture(String name, byte[] bytes, int width, int height, boolean kept, boolean scene) {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    /// What the folder `PHOTOS` offers that every engine can decode.
    private static final List<String> PHOTOGRAPHS =
            List.of(
                    "clic-1.jpg",
                    "large-6mp.jpg",
                    "cmyk.jpg",
                    "alpha.png",
                    "sixteen-bit.png",
                    "photo.webp");

    static Stream<StoryPicture> generated() {
        Stream<StoryPicture> stills =
                Fixtures.stills().entrySet().stream()
                        .filter(file -> !file.getKey().equals("described.jpg"))
                        .map(file -> still(file.getKey(), file.getValue()));
        Stream<StoryPicture> turned = IntStream.rangeClosed(1, 8).mapToObj(StoryPicture::turned);
        var animation = Gifs.animated(Scene.palette(WIDTH, HEIGHT), 3);
        return Stream.of(
                        stills,
                        turned,
                        Stream.of(
                                new StoryPicture(
                                        "animated.gif", animation, WIDTH, HEIGHT, true, true)))
                .flatMap(pictures -> pictures);
    }

    static Stream<StoryPicture> photographs() {
        String folder = System.getenv("PHOTOS");
        return folder == null
                ? Stream.empty()
                : PHOTOGRAPHS.stream().map(name -> photograph(Path.of(folder, name)));
    }

    /// Whether the corners are where they belong; a picture without known corners always is.
    boolean upright(BufferedImage image) {
        int right = image.getWidth() - 1 - image.getWidth() / 16;
        int bottom = image.getHeight() - 1 - image.getHeight() / 16;
        int left = image.getWidth() / 16;
        int top = image.getHeight() / 16;
        return !scene
                || near(image, left, top, Scene.NORTHWEST)
                        && near(image, right, top, Scene.NORTHEAST)
                        && near(image, left, bottom, Scene.SOUTHWEST)
                        && near(image, right, bottom, Scene.SOUTHEAST);
    }

    @Override
    public String toString() {
        return name;
    }

    private static boolean near(BufferedImage image, int x, int y, Color wanted) {
        var seen = new Color(image.getRGB(x, y));
        return Math.abs(seen.getRed() - wanted.getRed()) < 50
                && Math.abs(seen.getGreen() - wanted.getGreen()) < 50
                && Math.abs(seen.getBlue() - wanted.getBlue()) < 50;
    }

    private static StoryPicture still(String name, byte[] bytes) {
        boolean colour = !name.startsWith("gray") && !name.startsWith("cmyk");
        return new StoryPicture(name, bytes, Fixtures.WIDTH, Fixtures.HEIGHT, false, colour);
    }

    /// A JPEG whose pixels lie as a camera held that way stores them, with the tag that says so.
    private static StoryPicture turned(int orientation) {
        BufferedImage stored = Turned.stored(Scene.rgb(WIDTH, HEIGHT), orientation);
        byte[] bytes = Jpegs.described(Jpegs.of(stored), orientation);
        return new StoryPicture(
                "orientation-" + orientation + ".jpg", bytes, WIDTH, HEIGHT, false, true);
    }

    private static StoryPicture photograph(Path file) {
        try {
            var reading = assertInstanceOf(HeaderReading.Recognised.class, Headers.read(file));
            Size size = reading.header().upright();
            String name = file.getFileName().toString();
            return new StoryPicture(
                    name, Files.readAllBytes(file), size.width(), size.height(), false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
