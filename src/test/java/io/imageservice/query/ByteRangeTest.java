package io.imageservice.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-99, 0, 99",
        "bytes=0-1000, 0, 99",
        "bytes=10-, 10, 99",
        "bytes=99-, 99, 99",
        "bytes=-1, 99, 99",
        "bytes=-1000, 0, 99"
    })
    void readsOneRangeOfAHundredBytes(String header, long first, long last) {
        assertEquals(new ByteRange.Part(first, last), ByteRange.of(header, 100));
    }

    @ParameterizedTest
    @CsvSource({"bytes=100-", "bytes=100-200", "bytes=-0"})
    void saysWhenNothingOfTheRangeIsThere(String header) {
        assertEquals(new ByteRange.Unsatisfiable(), ByteRange.of(header, 100));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"items=0-1", "bytes=0-1,5-6", "bytes=5-1", "bytes=-", "bytes=a-b", "nonsense"})
    void servesTheWholeForWhatItDoesNotRead(String header) {
        assertEquals(new ByteRange.Whole(), ByteRange.of(header, 100));
    }
}
