package io.imageservice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.EnvConfigSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfiledNamesTest {
    private static final List<String> ACTIVE = List.of("prod", "eu");

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "%prod.quarkus.http.port true",
                "%eu.quarkus.http.port true",
                "%dev,eu.quarkus.http.port true",
                "%dev.quarkus.http.port false",
                "%dev,test.quarkus.http.port false",
                "%production.quarkus.http.port false",
                "prod.quarkus.http.port false"
            })
    void areThoseUnderAnActiveProfile(String name, boolean profiled) {
        var names = List.of("quarkus.http.host", name, "");

        assertEquals(profiled, ProfiledNames.amongst(names.iterator(), ACTIVE));
    }

    @ParameterizedTest
    @CsvSource({"_PROD_QUARKUS_HTTP_PORT,true", "_DEV_HTTP_PORT,false", "PROD_HTTP_PORT,false"})
    void areSeenInTheEnvironmentToo(String variable, boolean profiled) {
        var environment = new EnvConfigSource(Map.of(variable, "1"), EnvConfigSource.ORDINAL);

        var names = environment.getPropertyNames().iterator();

        assertEquals(profiled, ProfiledNames.amongst(names, ACTIVE));
    }
}
