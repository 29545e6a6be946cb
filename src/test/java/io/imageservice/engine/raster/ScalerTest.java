package io.imageservice.engine.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.engine.Size;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScalerTest {
    @ParameterizedTest
    @CsvSource({"100,37", "64,32", "1000,3", "7,6", "5,1", "40,100", "33,33", "8192,1"})
    void keepsAFlatColourExactly(int from, int to) {
        Pixels flat = Pixels.blank(from, 9, 3);
        Arrays.fill(flat.data(), (byte) 200);

        Pixels scaled = Scaler.scale(flat, new Size(to, 4));

        for (byte sample : scaled.data()) {
            assertEquals((byte) 200, sample);
        }
    }

    @Test
    void averagesWholeBlocksExactly() {
        Pixels noise = Pixels.blank(40, 40, 3);
        new Random(1).nextBytes(noise.data());

        Pixels scaled = Scaler.scale(noise, new Size(10, 10));

        for (int c = 0; c < 3; c++) {
            int sum = 0;
            for (int y = 8; y < 12; y++) {
                for (int x = 4; x < 8; x++) {
                    sum += noise.data()[(y * 40 + x) * 3 + c] & 0xff;
                }
            }
            int is = scaled.data()[(2 * 10 + 1) * 3 + c] & 0xff;
            assertTrue(Math.abs(is - sum / 16.0) <= 1, is + ", not " + sum / 16.0);
        }
    }

    @Test
    void aLastPixelThatStandsForLessCountsForLess() {
        Pixels halved = Pixels.blank(21, 21, 3);
        for (int i = 0; i < 21; i++) {
            Arrays.fill(halved.data(), (20 * 21 + i) * 3, (20 * 21 + i + 1) * 3, (byte) 255);
            Arrays.fill(halved.data(), (i * 21 + 20) * 3, (i * 21 + 21) * 3, (byte) 255);
        }
        Scaler scaler = new Scaler(20.5, 20.5, 3, new Size(1, 1));

        halved.sendTo(scaler);

        // Of 41x41 pixels the last row and column are white.
        double wanted = 255 * (1 - 40.0 * 40 / (41 * 41));
        assertEquals(wanted, scaler.pixels().data()[0] & 0xff, 1);
    }

    @Test
    void turnsBackWhatItTurned() {
        Pixels noise = Pixels.blank(13, 7, 4);
        new Random(2).nextBytes(noise.data());

        for (int orientation = 1; orientation <= 8; orientation++) {
            int inverse = orientation == 6 ? 8 : orientation == 8 ? 6 : orientation;
            Pixels turned = Turn.ofOrientation(orientation).apply(noise);
            Pixels back = Turn.ofOrientation(inverse).apply(turned);

            assertArrayEquals(noise.data(), back.data(), "orientation " + orientation);
        }
    }

    @Test
    void makesTheSamePlanesTurnedAsOfATurnedPicture() {
        Pixels noise = Pixels.blank(13, 7, 3);
        new Random(3).nextBytes(noise.data());

        for (int orientation = 1; orientation <= 8; orientation++) {
            Turn turn = Turn.ofOrientation(orientation);
            YuvSink sink = new YuvSink(noise.size(), 3, Colours.RGB, turn);
            noise.sendTo(sink);
            Yuv wanted = Yuv.of(turn.apply(noise));

            assertArrayEquals(wanted.luma(), sink.yuv().luma(), "luma " + orientation);
            assertArrayEquals(wanted.u(), sink.yuv().u(), "u " + orientation);
            assertArrayEquals(wanted.v(), sink.yuv().v(), "v " + orientation);
        }
    }

    @Test
    void blursAsFarAsSigmaSays() {
        for (double sigma : new double[] {1, 1.9, 2.5, 10}) {
            Pixels dot = Pixels.blank(121, 1, 3);
            for (int x = 50; x < 71; x++) {
                dot.data()[x * 3] = (byte) 255;
            }

            byte[] blurred = Gauss.blur(dot, sigma).data();

            double mass = 0;
            double variance = 0;
            for (int x = 0; x < 121; x++) {
                mass += blurred[x * 3] & 0xff;
                variance += (blurred[x * 3] & 0xff) * Math.pow(x - 60, 2);
            }
            double box = (21 * 21 - 1) / 12.0;
            assertEquals(box + sigma * sigma, variance / mass, 0.12 * (box + sigma * sigma));
        }
    }
}
