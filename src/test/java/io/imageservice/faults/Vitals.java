package io.imageservice.faults;

import io.imageservice.app.App;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What a process holds: threads of both kinds, open files and sockets, resident memory.
///
/// @param rssMegabytes resident set size
record Vitals(long platformThreads, long virtualThreads, long files, long rssMegabytes) {

    static Vitals of(App app) throws IOException {
        var pid = app.process().pid();
        var dump = Files.createTempDirectory("vitals").resolve("threads.json");
        jcmd(pid, "Thread.dump_to_file", "-format=json", dump.toString());
        var all = Files.readString(dump);
        Files.delete(dump);
        Files.delete(dump.getParent());
        var virtual = count(all, "\"virtual\": true");
        try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return new Vitals(count(all, "\"tid\":") - virtual, virtual, files.count(), rss(pid));
        }
    }

    /// Live heap in megabytes, after a collection.
    static long heapMegabytes(App app) throws IOException {
        var total =
                jcmd(app.process().pid(), "GC.class_histogram")
                        .lines()
                        .filter(line -> line.startsWith("Total"))
                        .findFirst()
                        .orElseThrow();
        return Long.parseLong(total.strip().split("\\s+")[2]) >> 20;
    }

    static long rss(long pid) throws IOException {
        var line =
                Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                        .filter(l -> l.startsWith("VmRSS"))
                        .findFirst()
                        .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
    }

    private static String jcmd(long pid, String... arguments) throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var command =
                Stream.concat(Stream.of(jcmd, Long.toString(pid)), Stream.of(arguments)).toList();
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(
                process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static long count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1L;
    }
}
