package io.imageservice.bench;

import java.nio.file.Path;
import java.util.List;

/// Someone who does the works.
interface Contender {
    String name();

    Run run(Path input, Work work) throws Exception;

    /// @param cpuNanos of the whole process
    record Run(long cpuNanos, List<byte[]> outputs) {
        double millis() {
            return cpuNanos / 1e6;
        }
    }
}
