package io.imageservice.supply;

import io.imageservice.engine.imageio.BundledWebp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A line of `src/main/docker/codecs.txt`.
///
/// @param from `jar`, `jdk` or `image`
/// @param since the first version without the flaw, or `-`
record Codec(String from, String name, String since, String flaw) {
    static final Path LIST = Path.of("src/main/docker/codecs.txt");

    /// The JDK says which versions it has beside their licences: `## libpng v1.6.57`.
    private static final Pattern TITLE = Pattern.compile("## .*?v?(\\d[\\w.]*)\\s*");

    static List<Codec> all() {
        try (var lines = Files.lines(LIST)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+"))
                    .map(words -> new Codec(words[0], words[1], words[2], words[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is on this machine; nothing for the packages of an image that is not built yet.
    Optional<String> version() {
        return switch (from) {
            case "jar" -> Optional.of(BundledWebp.version());
            case "jdk" -> Optional.of(legal());
            default -> Optional.empty();
        };
    }

    private String legal() {
        var file = Path.of(System.getProperty("java.home"), "legal", "java.desktop", name + ".md");
        try {
            var title = Files.readAllLines(file).getFirst();
            var version = TITLE.matcher(title);
            if (!version.matches()) {
                throw new IllegalStateException("no version in: " + title);
            }
            return version.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
