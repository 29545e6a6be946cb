package io.imageservice.engine.imageio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.engine.Deadline;
import io.imageservice.engine.EngineSettings;
import io.imageservice.engine.HeaderReading;
import io.imageservice.engine.ImageEngine;
import io.imageservice.engine.ImageEngineContract;
import io.imageservice.engine.ImageFormat;
import io.imageservice.engine.Output;
import io.imageservice.engine.Pipeline;
import io.imageservice.engine.Rendition;
import io.imageservice.engine.Resize;
import io.imageservice.engine.fixtures.Jpegs;
import io.imageservice.engine.fixtures.Scene;
import io.imageservice.engine.header.Headers;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ImageIoEngineTest extends ImageEngineContract {
    private static final ImageEngine ENGINE = new ImageIoEngine(EngineSettings.standard());

    @TempDir private Path folder;

    @Override
    protected ImageEngine engine() {
        return ENGINE;
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
        int frame = 0;
        while (cropped[frame] != (byte) 0xff || (cropped[frame + 1] | 2) != (byte) 0xc2) {
            frame++;
        }
        cropped[frame + 6] -= 3;
        cropped[frame + 8] -= 2;
        return cropped;
    }

    /// A progressive file is decoded whole, by the codec, a plain one of the same pixels to a
    /// fraction.
    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void aFractionLooksLikeTheWhole(String kind, byte[] plain, byte[] progressive)
            throws Exception {
        for (int side : new int[] {320, 300, 161, 130, 100, 80, 37, 12}) {
            BufferedImage fraction = render(plain, side);
            BufferedImage whole = render(progressive, side);

            assertEquals(whole.getWidth(), fraction.getWidth());
            assertEquals(whole.getHeight(), fraction.getHeight());
            double sum = 0;
            int most = 0;
            for (int y = 0; y < whole.getHeight(); y++) {
                for (int x = 0; x < whole.getWidth(); x++) {
                    int off = difference(whole.getRGB(x, y), fraction.getRGB(x, y));
                    sum += off;
                    most = Math.max(most, off);
                }
            }
            double mean = sum / (whole.getWidth() * whole.getHeight());
            String what = "%s at %d: %.2f off, at most %d".formatted(kind, side, mean, most);
            assertTrue(mean < 0.5 && most < 40, what);
        }
    }

    private static int difference(int a, int b) {
        int most = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            most = Math.max(most, Math.abs((a >> shift & 255) - (b >> shift & 255)));
        }
        return most;
    }

    private BufferedImage render(byte[] jpeg, int side) throws Exception {
        Path file = Files.write(folder.resolve("picture"), jpeg);
        HeaderReading.Recognised read = (HeaderReading.Recognised) Headers.read(file);
        Pipeline pipeline = new Pipeline(List.of(new Resize(side, side)), ImageFormat.PNG, 80);
        Output.Encoded png =
                (Output.Encoded)
                        ENGINE.render(
                                        file,
                                        read.header(),
                                        List.of(new Rendition("small", pipeline)),
                                        Deadline.in(Duration.ofMinutes(1)))
                                .outputs()
                                .getFirst();
        return ImageIO.read(new ByteArrayInputStream(png.bytes()));
    }
}
