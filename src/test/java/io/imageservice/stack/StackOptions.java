package io.imageservice.stack;

import java.nio.file.Path;

/// Where a stack keeps its data and which ports it would like.
///
/// @param data the folder of all parts
/// @param keep whether the data outlives the stack
/// @param ports preferred ports; a taken one is replaced by any that is free
/// @param proxied whether the service is told of a [Proxy] in front of each part
/// @param secured whether every part speaks TLS, with [Keys] of the stack's own
public record StackOptions(
        Path data, boolean keep, PreferredPorts ports, boolean proxied, boolean secured) {

    /// Where the folders of test runs are.
    static final Path RUNS = Stack.TARGET.resolve("runs");

    /// 0 means: any.
    public record PreferredPorts(int postgres, int redis, int kafka, int s3) {}

    /// A stack for one test run: data in `target/stack`, any ports, nothing kept.
    public static StackOptions forTests() {
        var folder = RUNS.resolve(Long.toString(System.nanoTime(), 36));
        return new StackOptions(folder, false, new PreferredPorts(0, 0, 0, 0), false, false);
    }

    /// The same with a proxy in front of each part.
    public StackOptions behindProxies() {
        return new StackOptions(data, keep, ports, true, secured);
    }

    /// The same with TLS everywhere, and a login for Kafka. Not together with proxies.
    public StackOptions overTls() {
        return new StackOptions(data, keep, ports, proxied, true);
    }

    /// A stack that is there again tomorrow, with the same data and, where it can, the same ports.
    public static StackOptions keptIn(Path folder) {
        return new StackOptions(
                folder, true, new PreferredPorts(15432, 16379, 19092, 19000), false, false);
    }
}
