package io.imageservice.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceTest {
    private static final Duration MOST = Duration.ofSeconds(30);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=5 | 5",
                "respond-async, wait=7 | 7",
                "Wait = 9 | 9",
                "wait=\"3\" | 3",
                "wait=0 | 0",
                "wait=30 | 30",
                "wait=31 | 30",
                "wait=999999999 | 30"
            })
    void readsHowLongToWaitUpToTheLimit(String header, long seconds) {
        assertEquals(Duration.ofSeconds(seconds), Preference.wait(header, MOST).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "wait", "wait=soon", "wait=-1", "await=5", "wait=5s", "wait=9999999999"})
    void ignoresWhatItCannotRead(String header) {
        assertTrue(Preference.wait(header, MOST).isEmpty());
    }

    @Test
    void doesNotWaitUnasked() {
        assertTrue(Preference.wait(null, MOST).isEmpty());
    }
}
