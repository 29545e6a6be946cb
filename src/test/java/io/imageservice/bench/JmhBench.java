package io.imageservice.bench;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// The engine's stages and whole sets under JMH, each in a process of its own. Arguments are JMH's
/// own (`-h` lists them), such as a part of a benchmark's name and `-f 3`.
public final class JmhBench {
    private JmhBench() {}

    public static void main(String[] arguments) throws Exception {
        CommandLineOptions given = new CommandLineOptions(arguments);
        if (given.shouldHelp()) {
            given.showHelp();
            return;
        }
        new Runner(
                        new OptionsBuilder()
                                .parent(given)
                                .forks(given.getForkCount().orElse(1))
                                .warmupIterations(given.getWarmupIterations().orElse(3))
                                .warmupTime(given.getWarmupTime().orElse(TimeValue.seconds(3)))
                                .measurementIterations(given.getMeasurementIterations().orElse(5))
                                .measurementTime(
                                        given.getMeasurementTime().orElse(TimeValue.seconds(3)))
                                .build())
                .run();
    }
}
