package io.imageservice.bench;

import io.imageservice.engine.Deadline;
import io.imageservice.engine.EngineSettings;
import io.imageservice.engine.HeaderReading;
import io.imageservice.engine.ImageEngine;
import io.imageservice.engine.ImageFormat;
import io.imageservice.engine.Pipeline;
import io.imageservice.engine.Rendition;
import io.imageservice.engine.Resize;
import io.imageservice.engine.choice.Engines;
import io.imageservice.engine.header.Headers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// What the engine does with the same files when nothing is around it: one thread a core, no
/// network, no database.
final class EngineAlone {
    private static final List<Rendition> DEFAULTS =
            List.of(
                    rendition("main", 0),
                    rendition("100", 100),
                    rendition("300", 300),
                    rendition("1200", 1200));

    private EngineAlone() {}

    /// Images a second.
    static double speed(List<Path> files, int images) throws Exception {
        var engine = Engines.choose("auto", EngineSettings.standard());
        render(engine, files.getFirst()); // what is loaded once is not what is measured
        var begin = System.nanoTime();
        try (var threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var all =
                    IntStream.range(0, images)
                            .mapToObj(i -> files.get(i % files.size()))
                            .map(file -> threads.submit(() -> render(engine, file)))
                            .toList();
            for (var one : all) {
                one.get();
            }
        }
        return images / ((System.nanoTime() - begin) / 1e9);
    }

    private static int render(ImageEngine engine, Path file) throws Exception {
        if (!(Headers.read(file) instanceof HeaderReading.Recognised recognised)) {
            throw new IllegalStateException("not a picture: " + file);
        }
        var deadline = Deadline.in(Duration.ofMinutes(2));
        return engine.render(file, recognised.header(), DEFAULTS, deadline).outputs().size();
    }

    private static Rendition rendition(String name, int side) {
        var steps =
                side == 0
                        ? List.<io.imageservice.engine.Step>of()
                        : List.<io.imageservice.engine.Step>of(new Resize(side, side));
        return new Rendition(name, new Pipeline(steps, ImageFormat.WEBP, 80));
    }
}
