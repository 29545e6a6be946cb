package io.imageservice.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/// CPU time and peak memory of one process and of what it has started, since the beginning of a
/// measurement.
record Usage(String name, ProcessHandle process, Duration before) {

    static Usage begin(String name, long pid) {
        var process = ProcessHandle.of(pid).orElseThrow();
        return new Usage(name, process, cpu(process));
    }

    Duration spent() {
        return cpu(process).minus(before);
    }

    String line(int images) {
        return String.format(
                Locale.ROOT,
                "  %-12s %6.3f s CPU per image, %5d MB peak",
                name,
                spent().toMillis() / 1000.0 / images,
                peakMegabytes());
    }

    /// The resident peak of the process itself; PostgreSQL's sessions are left out.
    private long peakMegabytes() {
        var status = Path.of("/proc", Long.toString(process.pid()), "status");
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0; // not Linux
        }
    }

    private static Duration cpu(ProcessHandle process) {
        var own = process.info().totalCpuDuration().orElse(Duration.ZERO);
        return process.descendants()
                .map(below -> below.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(own, Duration::plus);
    }
}
