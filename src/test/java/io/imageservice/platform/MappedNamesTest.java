package io.imageservice.platform;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.NameIterator;
import io.quarkus.runtime.configuration.PropertiesUtil;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappedNamesTest {
    private static final List<String> MAPPED =
            List.of("quarkus", "http", "hosts[*]", "*", "*[*]", "\"quarkus.http\"", "Host", "");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quarkus.http.port",
                "quarkus",
                "http",
                "hosts[0]",
                "hosts[*]",
                "Host",
                "HOSTNAME",
                "*.http",
                "\"quarkus.http\".x",
                "\"http\"",
                "[0]",
                "%prod.quarkus",
                "_",
                ""
            })
    void saysNoOnlyWhereTheLibraryDoes(String name) {
        for (String mapped : MAPPED) {
            if (MappedNames.differ(name, 0, mapped)) {
                assertFalse(PropertiesUtil.isMapped(new NameIterator(name), mapped), mapped);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"log.level", "Http.port", "x"})
    void saysNoToWhatBeginsWithAnotherLetter(String name) {
        assertTrue(MappedNames.differ(name, 0, "http"));
    }
}
