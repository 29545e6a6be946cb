package io.imageservice.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// docs/reliability.md, of which every table is made by the drill that measured it.
final class Reliability {
    static final Path PAGE = Path.of("docs", "reliability.md");

    private Reliability() {}

    /// Puts a table between its two marks.
    static void write(String name, String table) throws IOException {
        var begin = "<!-- " + name + " -->";
        var end = "<!-- end of " + name + " -->";
        var page = Files.readString(PAGE);
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalStateException(PAGE + " has no place for: " + name);
        }
        Files.writeString(
                PAGE,
                page.substring(0, from + begin.length())
                        + "\n"
                        + table.strip()
                        + "\n"
                        + page.substring(to));
    }
}
