package io.imageservice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.engine.fixtures.Fixtures;
import io.imageservice.engine.fixtures.Gifs;
import io.imageservice.engine.fixtures.Jpegs;
import io.imageservice.engine.fixtures.Pngs;
import io.imageservice.engine.fixtures.Scene;
import io.imageservice.engine.fixtures.Webps;
import io.imageservice.engine.header.Headers;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every engine must do. Pictures are compared with a tolerance: codecs round differently.
@Execution(ExecutionMode.CONCURRENT)
public abstract class ImageEngineContract {
    @TempDir Path folder;

    protected abstract ImageEngine engine();

    /// How far a picture may be off another, on the mean and at most, of 0..255.
    public record Off(double mean, int most) {}

    private static final Off HARDLY = new Off(0.5, 40);

    /// How far off the whole a picture made of a fraction of it may be.
    protected Off fraction() {
        return HARDLY;
    }

    private Bench bench() {
        return new Bench(engine(), folder);
    }

    @Test
    void rendersTheStandardSet() throws Exception {
        Rendered rendered = bench().render(Jpegs.of(Scene.rgb(1600, 1000)), Rendition.standard());

        assertEquals(
                List.of(
                        "main 1600x1000",
                        "100x100 100x63",
                        "300x300 300x188",
                        "1200x1200 1200x750"),
                rendered.outputs().stream().map(Bench::describe).toList());
    }

    @Test
    void neverEnlarges() throws Exception {
        Rendered rendered = bench().render(Jpegs.of(Scene.rgb(64, 48)), Rendition.standard());

        assertEquals(
                List.of("main 64x48", "100x100 64x48", "300x300 64x48", "1200x1200 64x48"),
                rendered.outputs().stream().map(Bench::describe).toList());
    }

    @Test
    void rendersEveryKindOfStillPicture() throws Exception {
        for (Map.Entry<String, byte[]> file : Fixtures.stills().entrySet()) {
            boolean turned = file.getKey().equals("described.jpg");
            BufferedImage image = bench().png(file.getValue(), "resize:64x64|format:png");

            assertEquals(turned ? 48 : 64, image.getWidth(), file.getKey());
            boolean gray = file.getKey().startsWith("gray");
            Color corner = gray ? new Color(97, 97, 97) : Scene.NORTHWEST;
            int x = turned ? 44 : 4;
            Near.assertNear(corner, image, x, 4, 40, file.getKey());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void putsEveryOrientationUpright(int orientation) throws Exception {
        BufferedImage stored = Turned.stored(Scene.rgb(97, 63), orientation);
        byte[] jpeg = Jpegs.described(Jpegs.of(stored), orientation);

        BufferedImage small = bench().png(jpeg, "resize:60x60|format:png");
        BufferedImage full = bench().png(jpeg, "format:png");
        BufferedImage webp = bench().webp(jpeg, Rendition.main());

        Near.assertUpright(small, "scaled");
        Near.assertUpright(full, "full");
        Near.assertUpright(webp, "main");
        assertEquals(97, webp.getWidth());
    }

    @ParameterizedTest
    @ValueSource(strings = {"format:webp", "format:jpeg", "format:png", "resize:40x40"})
    void letsNoMetadataOut(String processing) throws Exception {
        byte[] jpeg = Jpegs.described(Jpegs.of(Scene.rgb(64, 48)), 6);

        String out = new String(bench().bytes(jpeg, processing), StandardCharsets.ISO_8859_1);

        assertTrue(!out.contains("GPS-SECRET") && !out.contains("Exif") && !out.contains("EXIF"));
    }

    @Test
    void keepsTransparencyInWebpAndPng() throws Exception {
        byte[] png = Pngs.of(Scene.alpha(90, 60));

        assertEquals(0, bench().png(png, "format:png").getRGB(45, 30) >>> 24);
        assertEquals(0, bench().webp(png, Rendition.main()).getRGB(45, 30) >>> 24);
    }

    @Test
    void laysTransparencyOnWhiteForJpeg() throws Exception {
        BufferedImage jpeg = bench().image(Pngs.of(Scene.alpha(90, 60)), "format:jpeg|quality:95");

        Near.assertNear(Color.WHITE, jpeg, 45, 30, 12, "middle");
    }

    @Test
    void doesNotLetInvisibleColoursBleed() throws Exception {
        BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_4BYTE_ABGR);
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 40; x++) {
                image.setRGB(x, y, (x + y) % 2 == 0 ? 0xffff0000 : 0x0000ff00);
            }
        }

        int pixel = bench().png(Pngs.of(image), "resize:10x10|format:png").getRGB(5, 5);

        assertTrue(
                (pixel >> 16 & 255) > 240 && (pixel >> 8 & 255) < 16, Integer.toHexString(pixel));
    }

    @Test
    void convertsProfilesToSrgb() throws Exception {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        BufferedImage flat = new BufferedImage(32, 32, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 32 * 32; i++) {
            flat.setRGB(i % 32, i / 32, 0x373737);
        }

        BufferedImage image = bench().png(Jpegs.profiled(Jpegs.of(flat), profile), "format:png");

        // 55 of 255 linear is 128 in sRGB.
        Near.assertNear(new Color(128, 128, 128), image, 16, 16, 6, "linear");
    }

    @Test
    void ignoresAProfileThatIsGarbage() throws Exception {
        byte[] garbage = new byte[3000];
        Arrays.fill(garbage, (byte) 7);

        BufferedImage image =
                bench().png(Jpegs.profiled(Jpegs.of(Scene.rgb(64, 48)), garbage), "format:png");

        Near.assertUpright(image, "garbage profile");
    }

    @Test
    void shrinksFinePatternsWithoutAliasing() throws Exception {
        BufferedImage stripes = new BufferedImage(400, 400, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < 400; y++) {
            for (int x = 0; x < 400; x++) {
                stripes.setRGB(x, y, (x + y) % 2 == 0 ? 0xffffff : 0);
            }
        }

        BufferedImage small = bench().png(Pngs.of(stripes), "resize:90x90|format:png");

        for (int i = 10; i < 80; i++) {
            assertTrue(Math.abs((small.getRGB(i, i) & 255) - 128) < 12, "aliasing at " + i);
        }
    }

    @Test
    void rendersTheFirstFrameOfAnAnimation() throws Exception {
        byte[] gif = Gifs.animated(Scene.palette(64, 48), 4);
        byte[] webp = Webps.animated(64, 48, 4);

        Near.assertUpright(bench().png(gif, "resize:50x50|format:png"), "gif");
        Near.assertUpright(bench().png(webp, "resize:50x50|format:png"), "webp");
    }

    @Test
    void keepsAnAnimationAnimated() throws Exception {
        byte[] webp = Webps.animated(64, 48, 4);

        Output main = bench().render(webp, List.of(Rendition.main())).outputs().getFirst();

        if (engine().capabilities().animates()) {
            Output.Encoded encoded = assertInstanceOf(Output.Encoded.class, main);
            // An encoder may make one frame of several that are alike.
            assertEquals(true, Bench.header(encoded.bytes()).animated());
        } else {
            assertInstanceOf(Output.Kept.class, main);
        }
    }

    @Test
    void saysWhatTheBytesAreThatItCannotWrite() {
        byte[] wide = Pngs.of(new BufferedImage(16_400, 2, BufferedImage.TYPE_BYTE_GRAY));

        EngineFailure failure =
                assertThrows(
                        EngineFailure.class, () -> bench().render(wide, List.of(Rendition.main())));

        assertEquals(EngineFailure.Kind.UNSUPPORTED, failure.kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "photo.jpg",
                "progressive.jpg",
                "photo.png",
                "interlaced.png",
                "lossy.webp",
                "lossless.webp"
            })
    void failsOnAFileCutInHalf(String name) {
        byte[] whole = Fixtures.named(name);
        byte[] half = Arrays.copyOf(whole, whole.length * 2 / 3);

        EngineFailure failure =
                assertThrows(EngineFailure.class, () -> bench().render(half, Rendition.standard()));

        assertEquals(EngineFailure.Kind.BROKEN, failure.kind(), failure.getMessage());
    }

    @Test
    void givesUpWhenTheDeadlineHasPassed() {
        byte[] jpeg = Jpegs.of(Scene.rgb(640, 480));

        EngineFailure failure =
                assertThrows(
                        EngineFailure.class,
                        () ->
                                bench().within(Duration.ofNanos(1))
                                        .render(jpeg, Rendition.standard()));

        assertEquals(EngineFailure.Kind.TIMEOUT, failure.kind());
    }

    @Test
    void describesTheLook() throws Exception {
        BufferedImage flat = new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR);
        flat.createGraphics().fillRect(0, 0, 64, 64);
        Look white = bench().render(Pngs.of(flat), List.of(Rendition.fitting(100))).look();
        Look scene = look(Jpegs.of(Scene.rgb(640, 480)));
        Look smaller = look(Pngs.of(Scene.rgb(320, 240)));

        assertEquals("#ffffff", white.dominantColour());
        assertEquals(28, scene.blurHash().length());
        assertTrue(Look.distance(scene.perceptualHash(), smaller.perceptualHash()) <= 4);
    }

    static Stream<Arguments> kinds() {
        BufferedImage scene = Scene.rgb(643, 427);
        BufferedImage grey = Scene.gray(643, 427);
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] plain = Jpegs.of(scene);
        byte[] progressive = Jpegs.progressive(scene);
        BufferedImage thin = new BufferedImage(4000, 3, BufferedImage.TYPE_3BYTE_BGR);
        for (int x = 0; x < 4000; x++) {
            thin.setRGB(x, 2, 0xffffff);
        }
        return Stream.of(
                Arguments.of("colours", plain, progressive),
                Arguments.of("grey", Jpegs.of(grey), Jpegs.progressive(grey)),
                Arguments.of("turned", Jpegs.described(plain, 6), Jpegs.described(progressive, 6)),
                Arguments.of(
                        "mirrored", Jpegs.described(plain, 5), Jpegs.described(progressive, 5)),
                Arguments.of(
                        "profiled",
                        Jpegs.profiled(plain, linear),
                        Jpegs.profiled(progressive, linear)),
                Arguments.of(
                        "followed by another, as cameras do for previews",
                        Jpegs.join(plain, progressive),
                        Jpegs.join(progressive, plain)),
                Arguments.of("thin", Jpegs.of(thin), Jpegs.progressive(thin)),
                Arguments.of("cropped", cropped(plain), cropped(progressive)));
    }

    /// As tools crop without loss: pixels stay in the file that its header denies.
    private static byte[] cropped(byte[] jpeg) {
        byte[] cropped = jpeg.clone();
        int frame = Jpegs.frame(jpeg);
        cropped[frame + 6] -= 3;
        cropped[frame + 8] -= 2;
        return cropped;
    }

    /// What a decoder makes of less than all pixels, beside what scaling makes of all of them.
    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void aFractionLooksLikeTheWhole(String kind, byte[] plain, byte[] progressive)
            throws Exception {
        byte[] whole = Pngs.of(bench().png(plain, "format:png"));
        for (int side : new int[] {500, 320, 300, 161, 130, 100, 80, 37, 12}) {
            String processing = "resize:%dx%d|format:png".formatted(side, side);
            BufferedImage wanted = bench().png(whole, processing);

            String what = kind + " " + side;
            BufferedImage ofPlain = bench().png(plain, processing);
            BufferedImage ofProgressive = bench().png(progressive, processing);

            assertAlike(what, wanted, ofPlain, fraction());
            assertAlike("progressive " + what, wanted, ofProgressive, fraction());
            assertAlike("both " + what, ofProgressive, ofPlain, HARDLY);
        }
    }

    private static void assertAlike(
            String what, BufferedImage wanted, BufferedImage given, Off allowed) {
        assertEquals(wanted.getWidth(), given.getWidth());
        assertEquals(wanted.getHeight(), given.getHeight());
        double sum = 0;
        int most = 0;
        for (int y = 0; y < wanted.getHeight(); y++) {
            for (int x = 0; x < wanted.getWidth(); x++) {
                int off = Near.far(wanted.getRGB(x, y), given.getRGB(x, y));
                sum += off;
                most = Math.max(most, off);
            }
        }
        double mean = sum / (wanted.getWidth() * wanted.getHeight());
        String how = "%s: %.2f off, at most %d".formatted(what, mean, most);
        assertTrue(mean < allowed.mean() && most < allowed.most(), how);
    }

    /// The first scans alone make a coarse picture.
    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void aProgressivePictureIsTheSame(String kind, byte[] plain, byte[] progressive)
            throws Exception {
        assertAlike(
                kind,
                bench().png(plain, "format:png"),
                bench().png(progressive, "format:png"),
                HARDLY);
        assertAlike(
                kind + " as WebP",
                bench().webp(plain, Rendition.main()),
                bench().webp(progressive, Rendition.main()),
                HARDLY);
    }

    private Look look(byte[] file) throws Exception {
        return bench().render(file, List.of(Rendition.fitting(100))).look();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resize:120x",
                "thumbnail:80x80",
                "crop:90x70,southeast",
                "watermark",
                "watermark:tile,0.7,0.3",
                "watermark:center,1,0.5",
                "rotate:90",
                "rotate:180",
                "rotate:270",
                "flip",
                "flop",
                "grayscale",
                "blur:1",
                "blur:6",
                "sharpen",
                "resize:150x|rotate:90|watermark:north,0.8,0.4|grayscale"
            })
    void matchesTheGoldenImage(String processing) throws Exception {
        BufferedImage image = bench().png(Golden.source(), processing + "|format:png");

        Golden.assertMatches(processing, image);
    }

    /// Real photographs in addition, where a run names a folder of them.
    @Test
    @EnabledIfEnvironmentVariable(named = "PHOTOS", matches = ".+")
    void rendersThePhotographs() throws Exception {
        Path photographs = Path.of(System.getenv("PHOTOS"));
        int rendered = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(photographs)) {
            for (Path file : files) {
                if (Headers.read(file) instanceof HeaderReading.Recognised(Header header)
                        && engine().capabilities().reads(header.format())) {
                    Photograph.assertRenders(engine(), file, header);
                    rendered++;
                }
            }
        }

        assertTrue(rendered > 0, "no photographs");
    }

    @Test
    void needsPixelsForWhatItHolds() {
        Header header = Header.still(ImageFormat.JPEG, 4000, 3000);

        assertTrue(engine().pixelsNeeded(header, Rendition.standard()) > 0);
        assertTrue(
                engine().pixelsNeeded(header, List.of(Rendition.fitting(100)))
                        <= engine().pixelsNeeded(header, Rendition.standard()));
    }
}
