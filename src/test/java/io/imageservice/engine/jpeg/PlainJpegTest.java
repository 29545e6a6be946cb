package io.imageservice.engine.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.engine.Deadline;
import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.fixtures.Jpegs;
import io.imageservice.engine.fixtures.Scene;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
final class PlainJpegTest {
    private static final Deadline SOON = Deadline.in(Duration.ofMinutes(5));

    /// Width and height are no multiples of anything.
    private static final BufferedImage PICTURE = picture(317, 203);

    private static final BufferedImage GREY = Scene.gray(130, 70);
    private static final boolean[] BOTH = {false, true};

    @ParameterizedTest
    @CsvSource({"317,203", "1,1", "8,8", "9,7", "16,17", "640,3"})
    void decodesTheWholeAsTheCodecDoes(int width, int height) throws Exception {
        for (boolean progressive : BOTH) {
            byte[] jpeg = Jpegs.sampled(picture(width, height), 1, 1, 0, progressive);

            Decoded ours = decode(jpeg, 1);

            for (int y = 0; y < height; y++) {
                byte[] row = new byte[width * 3];
                codec(jpeg).getDataElements(0, y, width, 1, row);
                assertArrayEquals(row, ours.row(y, width), "row " + y);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1,1,2", "1,1,4", "1,1,8", "2,2,2", "2,2,4", "2,2,8", "2,1,2", "2,1,8", "1,2,4", "4,1,4",
        "4,1,8", "4,2,8"
    })
    void everySampleOfAFractionIsTheMeanOfTheWhole(int across, int down, int by) throws Exception {
        byte[] jpeg = Jpegs.sampled(PICTURE, across, down, 0);

        Decoded fraction = decode(jpeg, by);

        assertFalse(open(jpeg).coarse(by));
        assertEquals(Math.ceilDiv(PICTURE.getHeight(), by), fraction.rows());
        compare(codec(jpeg), fraction, by, across * down == 1 ? 1 : 3);
    }

    /// The coefficients are the same, however they come.
    @ParameterizedTest
    @CsvSource({
        "1,1,0,1",
        "1,1,0,8",
        "2,2,0,2",
        "2,2,0,8",
        "2,1,0,4",
        "1,2,0,2",
        "4,2,0,8",
        "4,1,0,2",
        "1,1,7,1",
        "2,2,3,2",
        "2,1,20,4"
    })
    void aProgressiveFileIsTheSame(int across, int down, int interval, int by) throws Exception {
        byte[] plain = Jpegs.sampled(PICTURE, across, down, interval);
        byte[] progressive = Jpegs.sampled(PICTURE, across, down, interval, true);
        assertEquals(1, count(plain, 0xDA));
        assertEquals(10, count(progressive, 0xDA));
        assertTrue(interval == 0 || count(progressive, 0xD0) > 10, "there are markers");

        assertArrayEquals(decode(plain, by).bytes(), decode(progressive, by).bytes());
    }

    /// Where units reach over the edge by whole blocks, which only some scans have.
    @ParameterizedTest
    @CsvSource({"33,17,2,2,2", "33,17,4,2,8", "1,9,1,2,2", "70,3,4,1,4"})
    void aSmallProgressiveFileIsTheSame(int width, int height, int across, int down, int by)
            throws Exception {
        byte[] plain = Jpegs.sampled(picture(width, height), across, down, 0);
        byte[] progressive = Jpegs.sampled(picture(width, height), across, down, 0, true);

        assertArrayEquals(decode(plain, by).bytes(), decode(progressive, by).bytes());
    }

    @ParameterizedTest
    @CsvSource({"2,2,1", "2,1,1", "1,2,1", "4,1,1", "4,1,2", "4,2,2"})
    void repeatsSamplesWhereThereAreFewerThanPixels(int across, int down, int by) throws Exception {
        byte[] jpeg = Jpegs.sampled(PICTURE, across, down, 0);

        Decoded coarse = decode(jpeg, by);

        assertTrue(open(jpeg).coarse(by));
        int times = Math.max(across, down) / by;
        Decoded samples = decode(jpeg, by * times);
        for (int y = 0; y < 200 / by; y++) {
            for (int x = 0; x < 312 / by; x++) {
                int repeated = coarse.sample(x, y, PICTURE.getWidth(), by, 1);
                int sample =
                        samples.sample(x / times, y / times, PICTURE.getWidth(), by * times, 1);
                assertEquals(sample, repeated, across == down ? 0 : 8, x + ", " + y);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void decodesGrey(int by) throws Exception {
        for (byte[] jpeg : List.of(Jpegs.of(GREY), Jpegs.progressive(GREY))) {
            compare(codec(Jpegs.of(GREY)), decode(jpeg, by), by, 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1,1,2", "1,1,7,4", "2,2,3,2", "2,1,20,8"})
    void goesOnBehindMarkersOfRestart(int across, int down, int interval, int by) throws Exception {
        Decoded without = decode(Jpegs.sampled(PICTURE, across, down, 0), by);
        byte[] marked = Jpegs.sampled(PICTURE, across, down, interval);
        assertTrue(count(marked, 0xD0) > 0, "there are markers");

        assertArrayEquals(without.bytes(), decode(marked, by).bytes());
    }

    @Test
    void leavesToTheCodecWhatIsNotPlain() {
        byte[] third = Jpegs.sampled(PICTURE, 3, 1, 0);

        assertThrows(NotPlainException.class, () -> decode(Jpegs.cmyk(64, 64), 2));
        assertThrows(NotPlainException.class, () -> decode(third, 2));
    }

    /// Where scans are missing a codec guesses; where they contradict each other it warns.
    @Test
    void leavesToTheCodecScansThatDoNotMakeAPicture() {
        byte[] jpeg = Jpegs.sampled(PICTURE, 2, 2, 0, true);
        int third = find(jpeg, 0xDA, find(jpeg, 0xDA, scan(jpeg) + 2) + 2);
        byte[] cut = Jpegs.join(Arrays.copyOf(jpeg, third), new byte[] {(byte) 0xff, (byte) 0xd9});

        assertThrows(NotPlainException.class, () -> decode(cut, 2));
        assertForbidden(jpeg, third + 5, 9);
        assertForbidden(jpeg, third + 7, 0);
        assertForbidden(jpeg, third + 8, 64);
        assertForbidden(jpeg, third + 9, 0x31);
        assertForbidden(jpeg, third + 9, 14);
    }

    @Test
    void leavesToTheCodecCoefficientsBeforeTheFirst() throws Exception {
        byte[] jpeg = Jpegs.progressive(GREY);
        int first = scan(jpeg);
        int second = end(jpeg, first);
        int third = end(jpeg, find(jpeg, 0xDA, second));
        byte[] swapped =
                Jpegs.join(
                        Arrays.copyOf(jpeg, first),
                        Arrays.copyOfRange(jpeg, second, third),
                        Arrays.copyOfRange(jpeg, first, second),
                        Arrays.copyOfRange(jpeg, third, jpeg.length));

        assertEquals(GREY.getHeight(), decode(jpeg, 1).rows());
        assertThrows(NotPlainException.class, () -> decode(swapped, 1));
    }

    /// Of all components together in one scan; each alone is no such unit.
    @Test
    void leavesToTheCodecUnitsOfMoreThanTenBlocks() {
        byte[] jpeg = Jpegs.sampled(PICTURE, 2, 2, 0);

        assertForbidden(jpeg, Jpegs.frame(jpeg) + 14, 0x42);
    }

    @Test
    void skipsDescriptionsBetweenScans() throws Exception {
        byte[] jpeg = Jpegs.sampled(PICTURE, 2, 2, 0, true);
        int second = end(jpeg, scan(jpeg));
        byte[] described =
                Jpegs.join(
                        Arrays.copyOf(jpeg, second),
                        Jpegs.segment(0xfe, new byte[] {1, 2, 3}),
                        Arrays.copyOfRange(jpeg, second, jpeg.length));

        assertArrayEquals(decode(jpeg, 2).bytes(), decode(described, 2).bytes());
    }

    @Test
    void leavesToTheCodecWhatItsHeaderForbids() {
        byte[] jpeg = Jpegs.sampled(PICTURE, 1, 1, 0);
        int frame = find(jpeg, 0xC0, 0);
        int scan = scan(jpeg);

        assertForbidden(jpeg, frame + 11, 0x00);
        assertForbidden(jpeg, frame + 11, 0x51);
        assertForbidden(jpeg, scan + 4, 2);
        assertForbidden(jpeg, scan + 12, 5);
        assertForbidden(jpeg, find(jpeg, 0xC4, 0) + 3, 30);
        byte[] scans = Jpegs.join(Arrays.copyOf(jpeg, jpeg.length - 2), jpeg);
        assertThrows(NotPlainException.class, () -> decode(scans, 2), "a second scan");
    }

    private static void assertForbidden(byte[] jpeg, int at, int value) {
        byte[] changed = jpeg.clone();
        changed[at] = (byte) value;

        assertThrows(NotPlainException.class, () -> open(changed), value + " at " + at);
    }

    @Test
    void noticesThatTheEndIsMissing() throws Exception {
        noticesThatTheEndIsMissing(Jpegs.sampled(PICTURE, 1, 1, 0));
        noticesThatTheEndIsMissing(Jpegs.sampled(PICTURE, 1, 1, 0, true));
    }

    private static void noticesThatTheEndIsMissing(byte[] jpeg) {
        int data = scan(jpeg) + 14;

        for (int end = data; end < jpeg.length; end += end < jpeg.length - 99 ? 97 : 1) {
            byte[] cut = Arrays.copyOf(jpeg, end);
            assertThrows(NotPlainException.class, () -> decode(cut, 4), "cut at " + end);
        }
    }

    @Test
    void noticesAMissingRestart() {
        byte[] marked = Jpegs.sampled(PICTURE, 1, 1, 5);
        int second = find(marked, 0xD1, scan(marked));
        byte[] without =
                Jpegs.join(
                        Arrays.copyOf(marked, second),
                        Arrays.copyOfRange(marked, second + 2, marked.length));
        byte[] wrong = marked.clone();
        wrong[second + 1] = (byte) 0xD5;

        assertThrows(NotPlainException.class, () -> decode(without, 8));
        assertThrows(NotPlainException.class, () -> decode(wrong, 8));
    }

    @Test
    void bearsAnyDamage() throws Exception {
        Random random = new Random(11);
        List<byte[]> kinds =
                List.of(
                        Jpegs.sampled(PICTURE, 2, 2, 0),
                        Jpegs.sampled(PICTURE, 2, 2, 9),
                        Jpegs.sampled(PICTURE, 2, 2, 0, true),
                        Jpegs.sampled(PICTURE, 2, 1, 9, true));
        int decoded = 0;
        for (int i = 0; i < 4_000; i++) {
            byte[] jpeg = kinds.get(i % kinds.size()).clone();
            int scan = scan(jpeg);
            byte[] tables = tables(jpeg, scan);
            damage(tables, random.nextInt(2), random);
            damage(jpeg, random.nextInt(4), random);
            try {
                int by = 1 << random.nextInt(4);
                PlainJpeg.of(tables, jpeg, scan).decode(by, (bytes, at) -> {}, SOON);
                decoded++;
            } catch (NotPlainException e) {
                // one of the two ways it may end
            }
        }
        assertTrue(decoded > 200 && decoded < 3_800, decoded + " of 4000 decoded");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void endsAtTheDeadline(boolean progressive) throws Exception {
        byte[] jpeg = Jpegs.sampled(PICTURE, 1, 1, 0, progressive);
        Deadline past = Deadline.in(Duration.ofMillis(-1));

        EngineFailure failure =
                assertThrows(
                        EngineFailure.class, () -> open(jpeg).decode(2, (bytes, at) -> {}, past));
        assertEquals(EngineFailure.Kind.TIMEOUT, failure.kind());
    }

    private static void damage(byte[] bytes, int flips, Random random) {
        for (int i = 0; i < flips; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
    }

    private record Decoded(byte[] bytes, int rows) {
        byte[] row(int y, int width) {
            int stride = bytes.length / rows;
            return Arrays.copyOfRange(bytes, y * stride, y * stride + width * 3);
        }

        int sample(int x, int y, int width, int by, int band) {
            return bytes[(y * Math.ceilDiv(width, by) + x) * 3 + band] & 0xff;
        }
    }

    private static PlainJpeg open(byte[] jpeg) throws NotPlainException {
        int scan = scan(jpeg);
        return PlainJpeg.of(tables(jpeg, scan), jpeg, scan);
    }

    private static Decoded decode(byte[] jpeg, int by) throws NotPlainException, EngineFailure {
        PlainJpeg opened = open(jpeg);
        int components = jpeg[Jpegs.frame(jpeg) + 9];
        int width = Math.ceilDiv(opened.size().width(), by) * components;
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        opened.decode(by, (bytes, at) -> rows.write(bytes, at, width), SOON);
        return new Decoded(rows.toByteArray(), rows.size() / width);
    }

    /// What the JDK's codec hands out, its colours not converted.
    private static Raster codec(byte[] jpeg) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg)));
        return reader.readRaster(0, null);
    }

    private static void compare(Raster whole, Decoded fraction, int by, int tolerance) {
        int bands = whole.getNumBands();
        int stride = fraction.bytes.length / fraction.rows;
        for (int i = 0; i < fraction.bytes.length; i++) {
            int y = i / stride;
            int x = i % stride / bands;
            int band = i % bands;
            String where = "band %d at %d, %d".formatted(band, x, y);
            double wanted = mean(whole, x * by, y * by, by, band);
            assertEquals(wanted, fraction.bytes[i] & 0xff, band == 0 ? 1 : tolerance, where);
        }
    }

    /// What is behind the edge counts as the edge.
    private static double mean(Raster whole, int left, int top, int side, int band) {
        double sum = 0;
        for (int i = 0; i < side * side; i++) {
            int x = Math.min(left + i % side, whole.getWidth() - 1);
            int y = Math.min(top + i / side, whole.getHeight() - 1);
            sum += whole.getSample(x, y, band);
        }
        return sum / (side * side);
    }

    /// Smooth colours under noise of lightness, far from black and white.
    private static BufferedImage picture(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(5);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int noise = 70 + random.nextInt(60);
                int red = noise + 40 * x / width;
                int blue = noise + 40 * y / height;
                picture.setRGB(x, y, red << 16 | noise << 8 | blue);
            }
        }
        return picture;
    }

    /// All segments that are no description.
    private static byte[] tables(byte[] jpeg, int scan) {
        ByteArrayOutputStream tables = new ByteArrayOutputStream();
        for (int at = 2; at < scan; ) {
            int length = 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
            if ((jpeg[at + 1] & 0xff) < 0xE0) {
                tables.write(jpeg, at, length);
            }
            at += length;
        }
        return tables.toByteArray();
    }

    private static int scan(byte[] jpeg) {
        return find(jpeg, 0xDA, 0);
    }

    /// Where a scan ends.
    private static int end(byte[] jpeg, int scan) {
        return CodedData.end(jpeg, scan + 14);
    }

    private static int find(byte[] jpeg, int marker, int from) {
        int at = from;
        while (jpeg[at] != (byte) 0xff || jpeg[at + 1] != (byte) marker) {
            at++;
        }
        return at;
    }

    private static int count(byte[] jpeg, int marker) {
        int count = 0;
        for (int i = 0; i + 1 < jpeg.length; i++) {
            count += jpeg[i] == (byte) 0xff && jpeg[i + 1] == (byte) marker ? 1 : 0;
        }
        return count;
    }
}
