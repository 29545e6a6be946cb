package io.imageservice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// What must be true of every photograph's renditions.
final class Photograph {
    private Photograph() {}

    static void assertRenders(ImageEngine engine, Path file, Header header)
            throws EngineFailure, IOException {
        Deadline deadline = Deadline.in(Duration.ofSeconds(60));
        Rendered rendered = engine.render(file, header, Rendition.standard(), deadline);

        for (int i = 0; i < rendered.outputs().size(); i++) {
            if (rendered.outputs().get(i) instanceof Output.Encoded encoded) {
                Size wanted = Rendition.standard().get(i).pipeline().after(header.upright());
                Header out = Bench.header(encoded.bytes());
                assertEquals(wanted, out.size(), file + " " + encoded.name());
                assertEquals(1, out.orientation());
                if (!out.animated()) {
                    BufferedImage image = Bench.decode(encoded.bytes());
                    assertEquals(wanted, new Size(image.getWidth(), image.getHeight()));
                }
            }
        }
    }
}
