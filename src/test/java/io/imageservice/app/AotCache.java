package io.imageservice.app;

import io.imageservice.stack.KeptProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The JVM's cache of loaded and linked classes (JEP 514) for the packaged service, which halves
/// the time until a process is ready. Made as src/main/docker/Dockerfile.jvm makes the image's.
final class AotCache {
    private static final Path FILE =
            Path.of("target", "aot", "app-" + Runtime.version() + ".aot").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /// What a start needs to be told; nobody is there.
    private static final Map<String, String> ALONE =
            Map.of(
                    "IMAGES_AUTH", "off",
                    "IMAGES_START_PATIENCE", "0s",
                    "IMAGES_STORAGE_ENDPOINT", "http://127.0.0.1:1",
                    "IMAGES_STORAGE_ACCESS_KEY", "none",
                    "IMAGES_STORAGE_SECRET_KEY", "none",
                    "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/images");

    private AotCache() {}

    /// What has a process use the cache. Where there is none of the current jar it is made first: a
    /// start that finds no servers gets far enough to load most classes, and ends by itself (15 s).
    static synchronized String flag() {
        if (!isCurrent()) {
            train();
        }
        return "-XX:AOTCache=" + FILE;
    }

    private static void train() {
        var training =
                KeptProcess.start(
                        "The training run",
                        AppCommand.java(List.of("-XX:AOTCacheOutput=" + FILE)),
                        ALONE,
                        FILE.resolveSibling("training.log"));
        training.awaitEnd(PATIENCE);
        if (!isCurrent()) {
            throw training.ended();
        }
    }

    private static boolean isCurrent() {
        return Files.exists(FILE)
                && FILE.toFile().lastModified() >= AppCommand.JAR.toFile().lastModified();
    }
}
