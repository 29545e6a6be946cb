package io.imageservice.bench;

import io.imageservice.engine.Deadline;
import io.imageservice.engine.Header;
import io.imageservice.engine.ImageEngine;
import io.imageservice.engine.Output;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// One of our engines, from the header reading to the encoded bytes.
record Ours(ImageEngine engine) implements Contender {
    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public Run run(Path input, Work work) throws Exception {
        long before = CpuClock.nanos();
        Header header = BenchmarkPhoto.header(input);
        List<Output> outputs =
                engine.render(input, header, work.renditions(), Deadline.in(Duration.ofMinutes(2)))
                        .outputs();
        long cpu = CpuClock.nanos() - before;
        return new Run(cpu, outputs.stream().map(Ours::bytes).toList());
    }

    private static byte[] bytes(Output output) {
        return switch (output) {
            case Output.Encoded encoded -> encoded.bytes();
            case Output.Kept kept -> throw new IllegalStateException("" + kept);
        };
    }
}
