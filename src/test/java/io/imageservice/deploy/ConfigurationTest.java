package io.imageservice.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    private static final Path TABLE = Path.of("docs/configuration.md");
    private static final Pattern OURS = Pattern.compile("\\bIMAGES_[A-Z0-9_]+\\b");

    /// `-Ddocs.update` writes the table anew.
    @Test
    void theTableIsWhatTheSourcesSay() throws IOException {
        if (System.getProperty("docs.update") != null) {
            Files.writeString(TABLE, ConfigurationTable.markdown());
        }

        assertEquals(ConfigurationTable.markdown(), Files.readString(TABLE));
    }

    @Test
    void everyKeyHasAMeaning() throws IOException {
        for (var key : ConfigurationTable.keys().values()) {
            assertFalse(key.meaning().isBlank(), key.name());
        }
    }

    @Test
    void manifestsChartAndComposeFileSetOnlyKeysThatExist() throws IOException {
        var known = new TreeSet<String>();
        ConfigurationTable.keys().values().forEach(key -> known.add(key.environment()));
        var used = new TreeSet<String>();
        for (String file :
                new String[] {
                    "compose.yaml",
                    "k8s/base/configmap.yaml",
                    "k8s/base/api-deployment.yaml",
                    "helm/image-service/templates/_helpers.tpl"
                }) {
            OURS.matcher(Files.readString(Path.of(file)))
                    .results()
                    .forEach(match -> used.add(match.group()));
        }
        used.removeAll(known);

        assertEquals(new TreeSet<>(), used);
    }
}
