package io.imageservice.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.imageservice.error.ErrorCode;
import io.imageservice.error.ServiceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {
    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"  ", "a\u0000b", "a\nb"})
    void refusesAReferenceThatCannotBeKept(String text) {
        assertRefused(() -> References.parse(text));
    }

    @Test
    void takesAReferenceOf200CharactersAndNotOneMore() {
        String longest = "상".repeat(200);

        assertEquals(longest, References.parse(longest));
        assertRefused(() -> References.parse(longest + "x"));
    }

    private static void assertRefused(Runnable parsing) {
        var refusal = assertThrows(ServiceException.class, parsing::run);
        assertEquals(ErrorCode.INVALID_REQUEST, refusal.code());
    }
}
