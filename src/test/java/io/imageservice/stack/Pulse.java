package io.imageservice.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What can be learnt of another process from outside: from Linux' `/proc` and, of a JVM, by
/// `jcmd`.
public final class Pulse {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private Pulse() {}

    /// Bytes of a line of `/proc/PID/status`: `VmRSS` is resident now, `VmHWM` at the highest.
    public static long memory(long pid, String line) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(l -> l.startsWith(line + ":"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalStateException(
                                    "/proc says no %s of process %d".formatted(line, pid)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How long a process has lived, to 10 ms: what the kernel counts in.
    public static Duration age(long pid) {
        try {
            var uptime = Files.readString(Path.of("/proc/uptime")).split(" ")[0];
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // the name before the bracket may have blanks; proc_pid_stat(5) counts from 1
            var begun = stat.substring(stat.lastIndexOf(')') + 2).split(" ")[22 - 3];
            return Duration.ofMillis(
                    Math.round(Double.parseDouble(uptime) * 1000) - Long.parseLong(begun) * 10);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Bytes alive in the heap of a JVM, which collects first.
    public static long liveHeap(long pid) {
        var said = jcmd(pid, "GC.class_histogram");
        var total = TOTAL.matcher(said);
        if (!total.find()) {
            throw new IllegalStateException("jcmd said no total for process %d".formatted(pid));
        }
        return Long.parseLong(total.group(1));
    }

    /// What `jcmd` answers for a JVM.
    public static String jcmd(long pid, String... arguments) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var command =
                Stream.concat(Stream.of(jcmd, Long.toString(pid)), Stream.of(arguments)).toList();
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("jcmd cannot be run", e);
        }
    }
}
