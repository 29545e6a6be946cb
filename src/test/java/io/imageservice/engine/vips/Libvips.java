package io.imageservice.engine.vips;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.imageservice.engine.EngineSettings;
import io.imageservice.engine.ImageEngine;
import io.imageservice.engine.choice.Engines;

/// Where tests get the engine from, or are skipped in so many words.
final class Libvips {
    private Libvips() {}

    static ImageEngine engine() {
        assumeThere();
        return Engines.choose("vips", EngineSettings.standard());
    }

    static void assumeThere() {
        assumeTrue(
                VipsLibrary.get().isPresent(),
                "NOT TESTED: " + VipsEngine.ABSENT + " (Debian: libvips42)");
    }
}
