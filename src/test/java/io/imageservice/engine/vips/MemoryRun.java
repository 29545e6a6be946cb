package io.imageservice.engine.vips;

import io.imageservice.engine.Deadline;
import io.imageservice.engine.EngineSettings;
import io.imageservice.engine.HeaderReading;
import io.imageservice.engine.ImageEngine;
import io.imageservice.engine.Rendition;
import io.imageservice.engine.choice.Engines;
import io.imageservice.engine.header.Headers;
import io.imageservice.stack.Pulse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Renders a small picture to warm up and then the one given, and prints by how many MB the whole
/// process' peak memory grew for it.
final class MemoryRun {
    private MemoryRun() {}

    public static void main(String[] arguments) throws Exception {
        ImageEngine engine = Engines.choose("vips", EngineSettings.standard());
        for (int i = 0; i < 5; i++) {
            render(engine, Path.of(arguments[0]));
        }
        long before = peak();
        render(engine, Path.of(arguments[1]));
        System.out.println("grown " + (peak() - before) / 1024);
    }

    private static void render(ImageEngine engine, Path file) throws Exception {
        HeaderReading.Recognised read = (HeaderReading.Recognised) Headers.read(file);
        List<Rendition> wanted =
                List.of(Rendition.fitting(100), Rendition.fitting(300), Rendition.fitting(1200));
        engine.render(file, read.header(), wanted, Deadline.in(Duration.ofMinutes(1)));
    }

    /// In kB, as the kernel counts it.
    private static long peak() {
        return Pulse.memory(ProcessHandle.current().pid(), "VmHWM") / 1024;
    }
}
