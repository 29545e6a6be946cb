package io.imageservice.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How to start one process of the service.
///
/// @param heapMegabytes the bound of the heap (`-Xmx`)
/// @param port where it listens; 0 is any free port
/// @param environment what it is told beside the addresses of the stack
/// @param arguments of its command line; the service itself takes none
public record AppOptions(
        String role,
        int heapMegabytes,
        int port,
        Map<String, String> environment,
        List<String> arguments) {

    public AppOptions {
        environment = Map.copyOf(environment);
        arguments = List.copyOf(arguments);
    }

    /// 512 MB of heap and defaults for the rest.
    public static AppOptions role(String role) {
        return new AppOptions(role, 512, 0, Map.of(), List.of());
    }

    /// The same with another role.
    public AppOptions as(String other) {
        return new AppOptions(other, heapMegabytes, port, environment, arguments);
    }

    public AppOptions heap(int megabytes) {
        return new AppOptions(role, megabytes, port, environment, arguments);
    }

    public AppOptions on(int fixedPort) {
        return new AppOptions(role, heapMegabytes, fixedPort, environment, arguments);
    }

    public AppOptions with(String variable, String value) {
        var more = new HashMap<>(environment);
        more.put(variable, value);
        return new AppOptions(role, heapMegabytes, port, more, arguments);
    }

    /// Short leases, so that a killed process is missed within seconds.
    public AppOptions missedSoon() {
        return with("IMAGES_WORKER_LEASE", "5s")
                .with("IMAGES_KAFKA_RELAY_LEASE", "35s")
                .with("MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_SESSION_TIMEOUT_MS", "6000");
    }

    public AppOptions saying(String... words) {
        return new AppOptions(role, heapMegabytes, port, environment, List.of(words));
    }
}
