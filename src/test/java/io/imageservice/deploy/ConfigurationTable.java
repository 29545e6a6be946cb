package io.imageservice.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Writes `docs/configuration.md` from the sources: every `@ConfigMapping` interface with its
/// sentences, and what `application.properties` and `@ConfigProperty` name beside them.
final class ConfigurationTable {
    /// Switches of the build's own, not a deployment's.
    private static final Pattern INTERNAL = Pattern.compile("images\\.(role|auth)-.*");

    private static final Pattern INJECTED =
            Pattern.compile(
                    "@ConfigProperty\\(\\s*name = \"(images\\.[a-z0-9.-]+)\"(?:,\\s*defaultValue = \"([^\"]*)\")?");

    private final TreeMap<String, ConfigurationKey> keys = new TreeMap<>();

    static TreeMap<String, ConfigurationKey> keys() throws IOException {
        var table = new ConfigurationTable();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
                table.source(Files.readString(file));
            }
        }
        table.properties(Files.readAllLines(Path.of("src/main/resources/application.properties")));
        return table.keys;
    }

    static String markdown() throws IOException {
        var text =
                new StringBuilder(
                        """
                        # Configuration

                        Every key of the service's own, made from the sources by a test (`ConfigurationTest`). Each may be set by the
                        environment variable beside it, by `config/application.properties` or `.yaml` beside the executable, or by
                        `-Dkey=value`; the environment wins over files. Sizes take `K`, `M`, `G`; durations `500ms`, `10s`, `5m`, `24h`. Keys of
                        Quarkus (`QUARKUS_DATASOURCE_…`, `QUARKUS_HTTP_…`, `KAFKA_…`, `QUARKUS_REDIS_…`) keep Quarkus' names.

                        | key | environment | type | default | meaning |
                        |---|---|---|---|---|
                        """);
        for (ConfigurationKey key : keys().values()) {
            text.append(key.row());
        }
        return text.toString();
    }

    private void source(String source) {
        if (source.contains("@ConfigMapping(")) {
            new MappingSource(source).keys().forEach(key -> keys.put(key.name(), key));
        }
        INJECTED.matcher(source)
                .results()
                .forEach(match -> {
                    var fallback = match.group(2) == null ? "" : match.group(2);
                    keys.putIfAbsent(
                            match.group(1), new ConfigurationKey(match.group(1), "", fallback, ""));
                });
    }

    /// The value in the file is the default, the comment above it (or above its paragraph) the
    /// meaning, where a mapping does not say more.
    private void properties(List<String> lines) {
        var comment = new ArrayList<String>();
        var paragraph = "";
        for (String line : lines) {
            if (line.startsWith("#")) {
                comment.add(line.substring(1).strip());
                paragraph = String.join(" ", comment);
            } else {
                comment.clear();
                paragraph = line.isBlank() ? "" : paragraph;
            }
            if (line.startsWith("images.") && !INTERNAL.matcher(line).lookingAt()) {
                property(line, paragraph);
            }
        }
    }

    private void property(String line, String comment) {
        var name = line.substring(0, line.indexOf('='));
        var known = keys.get(name);
        var type = known == null ? "" : known.type();
        var meaning =
                known == null || known.meaning().isEmpty() ? withoutRule(comment) : known.meaning();
        keys.put(
                name, new ConfigurationKey(name, type, line.substring(name.length() + 1), meaning));
    }

    private static String withoutRule(String comment) {
        return comment.replaceFirst("^---.*?-{3,} ?", "");
    }

    /// One row of the table.
    record ConfigurationKey(String name, String type, String fallback, String meaning) {
        String row() {
            var shown = fallback.isEmpty() ? "–" : "`" + fallback.replace("|", "\\|") + "`";
            return "| `%s` | `%s` | %s | %s | %s |%n"
                    .formatted(name, environment(), type, shown, meaning.replace("|", "\\|"));
        }

        String environment() {
            return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
        }
    }
}
