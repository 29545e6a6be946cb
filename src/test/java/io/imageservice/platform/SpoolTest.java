package io.imageservice.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.imageservice.asset.UploadConfig;
import io.imageservice.error.ServiceException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    private static final byte[] BYTES = {1, 2, 3};

    @TempDir Path folder;

    @Test
    void filesAreThereUntilTheRequestEnds() throws IOException {
        var spool = in(folder.resolve("made when needed"));

        var file = spool.write(new ByteArrayInputStream(BYTES));

        assertArrayEquals(BYTES, Files.readAllBytes(file));
        spool.clear();
        assertFalse(Files.exists(file));
    }

    @Test
    void whereNoFileCanBeMadeTheClientIsAskedToComeAgain() throws IOException {
        var spool = in(Files.createFile(folder.resolve("no folder")));

        var refusal =
                assertThrows(
                        ServiceException.class, () -> spool.write(new ByteArrayInputStream(BYTES)));

        assertEquals(503, refusal.status());
        assertEquals("2", refusal.headers().get("Retry-After"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whereTheDiskIsFullTheClientIsAskedToComeAgain() {
        var full = Path.of("/dev/full");

        var refusal =
                assertThrows(
                        ServiceException.class,
                        () -> Spool.copy(new ByteArrayInputStream(BYTES), full));

        assertEquals(503, refusal.status());
    }

    private static Spool in(Path directory) {
        var settings = Map.of("images.upload.directory", directory.toString());
        return new Spool(
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(UploadConfig.class)
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .build()
                        .getConfigMapping(UploadConfig.class));
    }
}
