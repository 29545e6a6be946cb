package io.imageservice.bench;

import io.imageservice.stack.Pulse;
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
        return Pulse.memory(process.pid(), "VmHWM") >> 20;
    }

    private static Duration cpu(ProcessHandle process) {
        var own = process.info().totalCpuDuration().orElse(Duration.ZERO);
        return process.descendants()
                .map(below -> below.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(own, Duration::plus);
    }
}
