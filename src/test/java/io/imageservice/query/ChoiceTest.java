package io.imageservice.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.image.StoredObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private final StoredObject original = object("original", "JPEG", 800, false);
    private final StoredObject main = object("main", "WEBP", 800, true);
    private final StoredObject png = object("p2", "PNG", 800, true);
    private final StoredObject small = object("p3", "AVIF", 100, true);
    private final List<StoredObject> all = List.of(original, png, small, main);

    @Test
    void findsTheRenditionNamed() {
        assertEquals(small, Choice.of(all, "p3", MediaRanges.of("image/png")).orElseThrow());
        assertEquals(original, Choice.of(all, "original", MediaRanges.of(null)).orElseThrow());
    }

    @Test
    void findsNothingUnderAnUnknownName() {
        assertTrue(Choice.of(all, "p9", MediaRanges.of(null)).isEmpty());
    }

    @Test
    void takesMainWhereNothingIsPreferred() {
        assertEquals(main, Choice.of(all, null, MediaRanges.of(null)).orElseThrow());
        assertEquals(main, Choice.of(all, null, MediaRanges.of("image/*")).orElseThrow());
        assertEquals(main, Choice.of(all, null, MediaRanges.of("text/html")).orElseThrow());
    }

    @Test
    void takesWhatIsPreferredAmongThoseOfMainsSize() {
        assertEquals(png, Choice.of(all, null, MediaRanges.of("image/png")).orElseThrow());
    }

    @Test
    void neverTakesAnotherSizeOrTheOriginal() {
        assertEquals(main, Choice.of(all, null, MediaRanges.of("image/avif")).orElseThrow());
        assertEquals(main, Choice.of(all, null, MediaRanges.of("image/jpeg")).orElseThrow());
    }

    private static StoredObject object(
            String rendition, String format, int side, boolean deliverable) {
        StoredObject object = new StoredObject();
        object.rendition = rendition;
        object.format = format;
        object.width = side;
        object.height = side;
        object.deliverable = deliverable;
        return object;
    }
}
