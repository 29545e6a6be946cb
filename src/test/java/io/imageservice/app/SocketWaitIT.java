package io.imageservice.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
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
            // The first virtual thread that waits starts them: here one that reads a row.
            var answer = new Client(api.url()).get("/api/v1/images/" + UUID.randomUUID());
            assertEquals(404, answer.status());

            var process = api.process().pid();
            var threads =
                    await().atMost(Duration.ofSeconds(30))
                            .until(() -> threads(process), all -> all.contains("Read-Poller"));
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
