package io.imageservice.bench;

import io.imageservice.engine.Header;
import io.imageservice.engine.HeaderReading;
import io.imageservice.engine.header.Headers;
import java.io.IOException;
import java.nio.file.Path;

/// The one photograph of the JMH benchmarks: 6 megapixels, generated, always the same.
public final class BenchmarkPhoto {
    private BenchmarkPhoto() {}

    public static Path file() throws IOException {
        return GeneratedPhotos.in(Path.of("target/bench")).get(1);
    }

    public static Header header(Path file) {
        return switch (Headers.read(file)) {
            case HeaderReading.Recognised recognised -> recognised.header();
            case HeaderReading other -> throw new IllegalStateException(file + ": " + other);
        };
    }
}
