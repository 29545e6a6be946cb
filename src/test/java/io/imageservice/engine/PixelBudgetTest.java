package io.imageservice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class PixelBudgetTest {
    private final PixelBudget budget = PixelBudget.standard();

    @Test
    void takesWhatFitsToThePixel() {
        assertTrue(budget.refusal(Header.still(ImageFormat.JPEG, 10_000, 5_000)).isEmpty());
        assertTrue(budget.refusal(Header.still(ImageFormat.JPEG, 10_000, 5_001)).isPresent());
    }

    @Test
    void countsEveryFrame() {
        Header hundred = new Header(ImageFormat.GIF, 500, 1000, 100, 1);
        Header more = new Header(ImageFormat.GIF, 501, 1000, 100, 1);

        assertTrue(budget.refusal(hundred).isEmpty());
        assertTrue(budget.refusal(more).isPresent());
    }

    @Test
    void refusesTooManyFrames() {
        assertEquals(
                "101 frames, at most 100",
                budget.refusal(new Header(ImageFormat.GIF, 1, 1, 101, 1)).orElse(""));
    }

    @Test
    void doesNotOverflow() {
        Header huge = Header.still(ImageFormat.PNG, Integer.MAX_VALUE, Integer.MAX_VALUE);

        assertTrue(budget.refusal(huge).isPresent());
    }

    @Test
    void neverRefusesVideo() {
        assertTrue(budget.refusal(Header.still(ImageFormat.MP4, 65_535, 65_535)).isEmpty());
    }
}
