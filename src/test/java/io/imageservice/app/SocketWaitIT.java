package io.imageservice.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// Who wakes virtual threads that wait for a socket: in an executable not virtual threads, which
/// are lost there now and then (`ImageService.main`).
class SocketWaitIT {
    @Test
    @EnabledIfEnvironmentVariable(
            named = "IMAGES_EXECUTABLE",
            matches = ".+",
            disabledReason = "only executables need it")
    void threadsOfTheSystemWaitForSockets() throws IOException {
        try (var api = App.start(Cluster.stack(), AppOptions.role("api"))) {
            var threads = threads(api.process().pid());

            assertTrue(threads.contains("Read-Poller"), threads::toString);
            assertFalse(threads.contains("MasterPoller"), threads::toString);
        }
    }

    /// Names the kernel knows, their last 15 characters.
    private static Set<String> threads(long process) throws IOException {
        try (var threads = Files.list(Path.of("/proc", Long.toString(process), "task"))) {
            return threads.map(thread -> thread.resolve("comm"))
                    .map(SocketWaitIT::read)
                    .collect(Collectors.toSet());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return ""; // it has ended meanwhile
        }
    }
}
