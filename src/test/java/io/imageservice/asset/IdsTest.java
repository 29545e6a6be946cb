package io.imageservice.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.imageservice.error.ErrorCode;
import io.imageservice.error.ServiceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "null", "1-1-1-1-1", "0198c1de00007000800000000000abcd"})
    void refusesWhatIsNoUuid(String text) {
        assertRefused(() -> Ids.parse(text));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"  ", "a\u0000b", "a\nb"})
    void refusesAReferenceThatCannotBeKept(String text) {
        assertRefused(() -> Ids.reference(text));
    }

    @Test
    void takesAReferenceOf200CharactersAndNotOneMore() {
        String longest = "상".repeat(200);

        assertEquals(longest, Ids.reference(longest));
        assertRefused(() -> Ids.reference(longest + "x"));
    }

    private static void assertRefused(Runnable parsing) {
        var refusal = assertThrows(ServiceException.class, parsing::run);
        assertEquals(ErrorCode.INVALID_REQUEST, refusal.code());
    }
}
