package io.imageservice.app;

import io.imageservice.stack.KeptProcess;
import io.imageservice.stack.Locks;
import io.imageservice.stack.Stack;
import io.imageservice.stack.StackException;
import io.imageservice.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The JVM's cache of loaded and linked classes (JEP 514) for the packaged service, as a process
/// leaves it behind when it ends.
enum AotCache {
    /// Of a start that finds no servers, as src/main/docker/Dockerfile.jvm makes the image's: it
    /// halves the time until a process is ready.
    AS_IN_THE_IMAGE(Locks::exclusive) {
        @Override
        KeptProcess train(List<String> command) {
            return KeptProcess.start(
                    "The training run", command, ALONE, file.resolveSibling("training.log"));
        }
    },

    /// Of a process that got ready: it halves that again. While another JVM makes it, processes are
    /// started without.
    OF_A_READY_PROCESS(Locks::tryExclusive) {
        @Override
        KeptProcess train(List<String> command) {
            try (var stack = Stack.start(StackOptions.forTests())) {
                var app = App.launch(stack, AppOptions.role("all"), command);
                app.awaitReady();
                app.process().end("TERM", PATIENCE);
                return app.process();
            }
        }
    };

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

    private interface Turn {
        Locks.@Nullable Held take(Path lock) throws IOException;
    }

    private final Turn turn;
    final Path file =
            Path.of(
                            "target",
                            "aot",
                            name().toLowerCase(Locale.ROOT) + "-" + Runtime.version() + ".aot")
                    .toAbsolutePath();

    AotCache(Turn turn) {
        this.turn = turn;
    }

    /// Runs the service once so that it leaves the cache behind (half a minute).
    abstract KeptProcess train(List<String> command);

    /// What has a process use the cache. Where there is none of the current jar it is made first.
    synchronized List<String> flags() {
        try {
            Files.createDirectories(file.getParent());
            try (var alone = turn.take(file.resolveSibling("lock"))) {
                if (alone == null) {
                    return List.of();
                }
                if (!isCurrent()) {
                    make();
                }
            }
        } catch (IOException e) {
            throw new StackException("The cache of classes cannot be made: " + e.getMessage(), e);
        }
        return List.of("-XX:AOTCache=" + file);
    }

    private void make() {
        var training = train(AppCommand.java(List.of("-XX:AOTCacheOutput=" + file)));
        training.awaitEnd(PATIENCE);
        if (!isCurrent()) {
            throw training.ended();
        }
    }

    private boolean isCurrent() {
        return Files.exists(file)
                && file.toFile().lastModified() >= AppCommand.JAR.toFile().lastModified();
    }
}
