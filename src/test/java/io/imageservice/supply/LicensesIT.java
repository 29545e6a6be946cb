package io.imageservice.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The list of licences names every library the package contains, and no licence that binds whoever
/// uses the service.
class LicensesIT {
    @Test
    void namesALicenceForEveryLibraryThatIsDelivered() throws IOException {
        var named = named();
        var without = new TreeSet<String>();
        for (var line : Files.readAllLines(Sbom.DELIVERED)) {
            var words = line.split(":");
            var library = words[0] + ":" + words[1];
            if (named.getOrDefault(library, "").isEmpty()) {
                without.add(library);
            }
        }

        assertEquals(new TreeSet<>(), without, "run ./dev sbom");
    }

    @Test
    void noneHasOnlyALicenceThatTakesTheServiceWithIt() throws IOException {
        named().forEach((library, licences) -> {
            var binds = Stream.of(licences.split(", ")).allMatch(LicensesIT::binds);
            assertFalse(binds, library + ": " + licences);
        });
    }

    private static boolean binds(String licence) {
        return licence.matches("(?i)A?GPL.*|GNU (Affero )?General.*")
                && !licence.matches("(?i).*class-?path.*");
    }

    private static Map<String, String> named() throws IOException {
        var named = new TreeMap<String, String>();
        for (var line : Files.readAllLines(Sbom.LICENSES)) {
            var cells = line.split("\\|");
            if (cells.length == 3 && cells[1].contains(":")) {
                named.put(cells[1].strip(), cells[2].strip());
            }
        }
        return named;
    }
}
