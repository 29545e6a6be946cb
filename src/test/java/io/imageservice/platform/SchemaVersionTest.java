package io.imageservice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SchemaVersionTest {
    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");
    private static final Pattern NAME = Pattern.compile("V(\\d+)__\\w+\\.sql");

    @Test
    void isThatOfTheNewestMigration() throws Exception {
        try (var files = Files.list(MIGRATIONS)) {
            int newest =
                    files.map(file -> NAME.matcher(file.getFileName().toString()))
                            .peek(name ->
                                    assertEquals(true, name.matches(), "the name of a migration"))
                            .mapToInt(name -> Integer.parseInt(name.group(1)))
                            .max()
                            .orElseThrow();

            assertEquals(newest, SchemaVersion.NEWEST);
        }
    }
}
