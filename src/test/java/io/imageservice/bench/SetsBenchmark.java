package io.imageservice.bench;

import io.imageservice.engine.Deadline;
import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.EngineSettings;
import io.imageservice.engine.Header;
import io.imageservice.engine.ImageEngine;
import io.imageservice.engine.Rendered;
import io.imageservice.engine.Rendition;
import io.imageservice.engine.choice.Engines;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Whole sets by either engine, from the file to the encoded bytes: milliseconds a set.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SetsBenchmark {
    @Param({"imageio", "vips"})
    private String engine;

    /// As [Work] calls them.
    @Param({"webp-set", "jpeg-set", "webp-full", "jpeg-512"})
    private String work;

    private ImageEngine chosen;
    private Path file;
    private Header header;
    private List<Rendition> renditions;

    @Setup
    public void choose() throws Exception {
        chosen = Engines.choose(engine, EngineSettings.standard());
        file = BenchmarkPhoto.file();
        header = BenchmarkPhoto.header(file);
        renditions =
                Work.ALL.stream()
                        .filter(one -> one.name().equals(work))
                        .findFirst()
                        .orElseThrow()
                        .renditions();
    }

    @Benchmark
    public Rendered render() throws EngineFailure {
        return chosen.render(file, header, renditions, Deadline.in(Duration.ofMinutes(2)));
    }
}
