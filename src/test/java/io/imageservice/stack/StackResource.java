package io.imageservice.stack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Gives every `@QuarkusTest` of a run the same stack. Put on a test class as
/// `@QuarkusTestResource(StackResource.class)`; it counts for all classes, so the application
/// starts once.
public final class StackResource implements QuarkusTestResourceLifecycleManager {
    private static final String SHARED = "image-service.stack";

    @Override
    @SuppressWarnings("unchecked") // nobody else writes under this name
    public Map<String, String> start() {
        // Quarkus loads this class anew when it restarts the application for a test profile, so a
        // static
        // field would start a second stack; the system properties are the same for all class
        // loaders.
        var shared = System.getProperties();
        synchronized (shared) {
            return (Map<String, String>)
                    shared.computeIfAbsent(
                            SHARED, name -> Stack.start(StackOptions.forTests()).properties());
        }
    }

    /// The stack ends with the JVM.
    @Override
    public void stop() {}
}
