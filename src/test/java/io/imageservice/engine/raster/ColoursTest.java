package io.imageservice.engine.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Luma and chroma become what their RGB is, and the same planes.
class ColoursTest {
    /// Grey, black, white and the three primaries in the full-range YCbCr of JFIF.
    private static final int[][] YCC = {
        {128, 128, 128},
        {0, 128, 128},
        {255, 128, 128},
        {76, 85, 255},
        {150, 44, 21},
        {29, 255, 107}
    };

    private static final int[][] RGB = {
        {128, 128, 128}, {0, 0, 0}, {255, 255, 255}, {254, 0, 0}, {0, 255, 1}, {0, 0, 254}
    };

    @Test
    void lumaAndChromaAreTheColoursJfifSays() {
        byte[] colours = Colours.YCC.rgb(pixels(YCC)).data();

        assertArrayEquals(pixels(RGB).data(), colours);
    }

    @Test
    void rgbStaysAsItIs() {
        assertArrayEquals(pixels(RGB).data(), Colours.RGB.rgb(pixels(RGB)).data());
    }

    @Test
    void planesAreTheSameByBothWays() {
        Yuv straight = planes(pixels(YCC), Colours.YCC);
        Yuv around = planes(pixels(RGB), Colours.RGB);

        near(around.luma(), straight.luma());
        near(around.u(), straight.u());
        near(around.v(), straight.v());
    }

    private static void near(byte[] wanted, byte[] seen) {
        for (int i = 0; i < wanted.length; i++) {
            assertEquals(wanted[i] & 0xff, seen[i] & 0xff, 1, "sample " + i);
        }
    }

    private static Yuv planes(Pixels pixels, Colours colours) {
        YuvSink sink = new YuvSink(pixels.size(), 3, colours, Turn.ofOrientation(1));
        pixels.sendTo(sink);
        return sink.yuv();
    }

    /// Squares of two pixels a side, so that each has its own sample of chroma.
    private static Pixels pixels(int[][] samples) {
        Pixels pixels = Pixels.blank(samples.length * 2, 2, 3);
        for (int i = 0; i < pixels.data().length; i++) {
            int x = i / 3 % pixels.width();
            pixels.data()[i] = (byte) samples[x / 2][i % 3];
        }
        return pixels;
    }
}
