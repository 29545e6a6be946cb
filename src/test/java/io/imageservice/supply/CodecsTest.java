package io.imageservice.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No native codec that is delivered has a hole that was mended long ago.
class CodecsTest {
    private static final String CHECK = "src/main/docker/check-codecs";

    @ParameterizedTest
    @MethodSource("known")
    void isNotOlderThanTheVersionThatMendedIt(Codec codec) {
        var version = codec.version().orElseThrow();

        assertTrue(
                codec.since().equals("-") || isAtLeast(version, codec.since()),
                () -> "%s has %s".formatted(codec, version));
    }

    static Stream<Codec> known() {
        return Codec.all().stream().filter(codec -> !codec.from().equals("image"));
    }

    @Test
    void comparesNumbersAndNotText() {
        assertTrue(isAtLeast("1.10.0", "1.3.2"));
        assertTrue(isAtLeast("2.17", "2.10"));
        assertEquals(false, isAtLeast("1.3.1", "1.3.2"));
    }

    @Test
    void bothImagesAreCheckedWhileTheyAreBuilt() throws IOException {
        for (var kind : List.of("jvm", "native")) {
            var file = Files.readString(Path.of("src/main/docker/Dockerfile." + kind));
            assertTrue(file.contains("RUN sh /tmp/check-codecs /tmp/codecs.txt"), kind);
            // what is installed by name is in the list by name
            file.lines()
                    .filter(line -> line.contains("apt-get install"))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .filter(word -> word.matches("lib(vips|jpeg|heif).*"))
                    .forEach(name -> assertTrue(listed(name), name));
        }
    }

    @Test
    void theCheckOfAnImageRefusesWhatIsOldOrMissing(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/dpkg-query")), "no Debian");

        var fine = check(folder, "image dpkg 1.0 CVE-1", "jar unknown 9 CVE-2");
        var old = check(folder, "image dpkg 999 CVE-1");
        var missing = check(folder, "image no-such-codec - -");

        assertTrue(fine.matches("(?s)0 dpkg \\S+\\s*"), fine);
        assertTrue(old.matches("(?s)1 dpkg \\S+ is older than 999 \\(CVE-1\\)\\s*"), old);
        assertEquals("1 no-such-codec is not installed", missing.strip());
    }

    private static String check(Path folder, String... lines) throws Exception {
        var list = Files.write(folder.resolve("codecs.txt"), List.of(lines));
        var check =
                new ProcessBuilder("sh", CHECK, list.toString()).redirectErrorStream(true).start();
        var said = new String(check.getInputStream().readAllBytes());
        return check.waitFor() + " " + said;
    }

    private static boolean listed(String name) {
        return Codec.all().stream()
                .anyMatch(codec -> codec.from().equals("image") && codec.name().equals(name));
    }

    private static boolean isAtLeast(String version, String since) {
        return Version.parse(version).compareTo(Version.parse(since)) >= 0;
    }
}
