package io.imageservice.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.imageservice.error.ErrorCode;
import io.imageservice.error.ServiceException;
import io.imageservice.image.ImagePage.Place;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Test
    void readsWhatItWrote() {
        var place =
                new Place(OffsetDateTime.parse("2026-11-20T10:11:12.123456Z"), UUID.randomUUID());

        assertEquals(place, Cursor.read(Cursor.write(place)));
    }

    @Test
    void isAbsentOnTheFirstPage() {
        assertNull(Cursor.read(null));
        assertNull(Cursor.read(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!!", "bm9uc2Vuc2U", "MjAyNi0xMS0yMFQxMDoxMToxMlogMQ"})
    void refusesWhatItDidNotWrite(String text) {
        var refusal = assertThrows(ServiceException.class, () -> Cursor.read(text));

        assertEquals(ErrorCode.INVALID_REQUEST, refusal.code());
    }
}
