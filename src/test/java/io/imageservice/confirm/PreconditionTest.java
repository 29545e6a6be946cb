package io.imageservice.confirm;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.imageservice.error.ErrorCode;
import io.imageservice.error.ServiceException;
import org.junit.jupiter.api.Test;

class PreconditionTest {
    @Test
    void absentIsUnconditional() {
        assertDoesNotThrow(() -> Precondition.of(null).check(7));
    }

    @Test
    void oneOfSeveralTagsIsEnough() {
        assertDoesNotThrow(() -> Precondition.of("\"6\", \"7\"").check(7));
    }

    @Test
    void aWeakTagOrABareNumberNeverMatches() {
        assertFails("W/\"7\"", 7);
        assertFails("7", 7);
        assertFails("", 7);
    }

    @Test
    void aStarAsksThatThereIsASet() {
        assertDoesNotThrow(() -> Precondition.of("*").check(1));
        assertFails("*", 0);
    }

    @Test
    void aSetThatNeverWasIsAtRevisionZero() {
        assertDoesNotThrow(() -> Precondition.of("\"0\"").check(0));
    }

    private static void assertFails(String ifMatch, long revision) {
        var refusal =
                assertThrows(
                        ServiceException.class, () -> Precondition.of(ifMatch).check(revision));
        assertEquals(ErrorCode.PRECONDITION_FAILED, refusal.code());
    }
}
