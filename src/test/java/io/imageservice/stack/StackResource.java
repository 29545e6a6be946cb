package io.imageservice.stack;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Gives every `@QuarkusTest` of a run the same stack. Put on a test class as
/// `@QuarkusTestResource(StackResource.class)`; it counts for all classes, so the application
/// starts once.
public final class StackResource implements QuarkusTestResourceLifecycleManager {
    private static final String SHARED = "image-service.stack";

    @Override
    public Map<String, String> start() {
        // Quarkus loads this class anew when it restarts the application for a test profile, so a
        // static field would start a second stack; the system properties are the same for all class
        // loaders. As text: the transaction manager takes every system property for a string.
        // So is the name, a constant; the properties themselves are what others wait for meanwhile.
        synchronized (SHARED) {
            String known = System.getProperty(SHARED);
            if (known == null) {
                known = text(Stack.start(StackOptions.forTests()).properties());
                System.setProperty(SHARED, known);
            }
            return known.lines()
                    .map(line -> line.split("=", 2))
                    .collect(toMap(pair -> pair[0], pair -> pair[1]));
        }
    }

    private static String text(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(joining("\n"));
    }

    /// The stack ends with the JVM.
    @Override
    public void stop() {}
}
