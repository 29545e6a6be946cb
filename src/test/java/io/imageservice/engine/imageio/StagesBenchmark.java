package io.imageservice.engine.imageio;

import io.imageservice.bench.BenchmarkPhoto;
import io.imageservice.engine.Deadline;
import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.Header;
import io.imageservice.engine.HeaderReading;
import io.imageservice.engine.ImageFormat;
import io.imageservice.engine.Look;
import io.imageservice.engine.Size;
import io.imageservice.engine.header.Headers;
import io.imageservice.engine.raster.Collector;
import io.imageservice.engine.raster.Colours;
import io.imageservice.engine.raster.Looks;
import io.imageservice.engine.raster.Pixels;
import io.imageservice.engine.raster.RowSink;
import io.imageservice.engine.raster.Scaler;
import io.imageservice.engine.raster.Yuv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Each stage of the imageio engine by itself, on one photograph: milliseconds a call.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class StagesBenchmark {
    private static final Size MEDIUM = new Size(1200, 1200);
    private static final Size SMALL = new Size(100, 100);

    private final Encoders encoders = new Encoders(4);
    private Path file;
    private byte[] bytes;
    private Header header;
    private Pixels whole;
    private Pixels medium;
    private Pixels small;
    private Yuv planes;

    @Setup
    public void decodeOnce() throws Exception {
        file = BenchmarkPhoto.file();
        bytes = Files.readAllBytes(file);
        header = BenchmarkPhoto.header(file);
        whole = decode();
        medium = Scaler.scale(whole, whole.size().inside(MEDIUM.width(), MEDIUM.height()));
        small = Scaler.scale(medium, whole.size().inside(SMALL.width(), SMALL.height()));
        planes = Yuv.of(medium);
    }

    @Benchmark
    public HeaderReading header() {
        return Headers.read(file);
    }

    @Benchmark
    public Pixels decode() throws IOException, EngineFailure {
        return decode(1);
    }

    @Benchmark
    public Pixels decodeToAQuarter() throws IOException, EngineFailure {
        return decode(4);
    }

    private Pixels decode(int by) throws IOException, EngineFailure {
        int width = Math.ceilDiv(header.width(), by);
        Collector pixels = new Collector(width, Math.ceilDiv(header.height(), by), 3);
        Decoder.Opening opening =
                new Decoder.Opening() {
                    @Override
                    public int reducible() {
                        return by;
                    }

                    @Override
                    public RowSink open(int channels, Colours colours, int reducedBy) {
                        return pixels;
                    }
                };
        new JpegDecoder().decode(bytes, header, opening, Deadline.in(Duration.ofMinutes(1)));
        return pixels.pixels();
    }

    @Benchmark
    public Pixels scaleTo1200() {
        return Scaler.scale(whole, medium.size());
    }

    @Benchmark
    public Pixels scale1200To100() {
        return Scaler.scale(medium, small.size());
    }

    @Benchmark
    public Yuv planesOf1200() {
        return Yuv.of(medium);
    }

    @Benchmark
    public byte[] webpOf1200() throws EngineFailure {
        return encoders.webp(planes, 80);
    }

    @Benchmark
    public byte[] jpegOf1200() throws EngineFailure {
        return encoders.encode(medium, ImageFormat.JPEG, 80);
    }

    @Benchmark
    public Look lookOf100() {
        return Looks.of(small);
    }
}
