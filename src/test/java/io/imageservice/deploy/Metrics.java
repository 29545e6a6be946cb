package io.imageservice.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The table of `docs/metrics.md`.
public final class Metrics {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(images_[a-z_]+)` \\|");

    private Metrics() {}

    public static TreeSet<String> documented() {
        try {
            var names = new TreeSet<String>();
            ROW.matcher(Files.readString(Path.of("docs/metrics.md")))
                    .results()
                    .forEach(row -> names.add(row.group(1)));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
