package io.imageservice.engine.vips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.engine.fixtures.Jpegs;
import io.imageservice.engine.fixtures.Scene;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class VipsMemoryTest {
    private static final long MOST_MB = 64;

    @TempDir Path folder;

    @Test
    void takesAtMost64MegabytesForTheThumbnailsOf50Megapixels() throws Exception {
        Libvips.assumeThere();
        Path small = Files.write(folder.resolve("small"), Jpegs.of(Scene.rgb(800, 600)));
        Path large = Files.write(folder.resolve("large"), Jpegs.of(Scene.gray(8660, 5773)));

        ChildJvm.Ended ended =
                ChildJvm.run(
                        MemoryRun.class,
                        60,
                        List.of("-Xmx48m", "-Xms48m", "-XX:+AlwaysPreTouch"),
                        small.toString(),
                        large.toString());

        assertEquals(0, ended.status(), ended.last());
        long grown = Long.parseLong(ended.words().getLast().substring("grown ".length()));
        assertTrue(grown <= MOST_MB, "grew by " + grown + " MB");
    }
}
