package io.imageservice.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaRangesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/JSON",
                "application/json, text/plain, */*",
                "image/webp;q=0.5, application/json",
                "image/webp, application/json",
                "application/json;charset=utf-8"
            })
    void meansMetadataWhenJsonIsNamedAndNoImageRankedAboveIt(String accept) {
        assertTrue(MediaRanges.of(accept).wantsJson());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "image/*",
                "application/*",
                "image/avif, application/json;q=0.9",
                "application/json;q=0",
                "nonsense"
            })
    void meansBytesOtherwise(String accept) {
        assertFalse(MediaRanges.of(accept).wantsJson());
    }

    @Test
    void meansBytesWithoutTheHeader() {
        assertFalse(MediaRanges.of(null).wantsJson());
    }

    @Test
    void letsTheMostExactRangeDecide() {
        MediaRanges accept = MediaRanges.of("image/*;q=0.4, image/png;q=0.9, */*;q=0.1");

        assertEquals(0.9, accept.quality("image/png"));
        assertEquals(0.4, accept.quality("image/webp"));
        assertEquals(0.1, accept.quality("text/plain"));
    }

    @Test
    void wantsEverythingAlikeWithoutTheHeader() {
        assertEquals(1, MediaRanges.of(null).quality("image/webp"));
    }

    @Test
    void countsAnUnreadableQualityAsOne() {
        assertEquals(1, MediaRanges.of("image/webp;q=many").quality("image/webp"));
    }
}
