package io.imageservice.app;

import io.imageservice.stack.KeptProcess;
import io.imageservice.stack.Ports;
import io.imageservice.stack.Stack;
import io.imageservice.stack.StackException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One process of the packaged service: the jar, or the native executable that the environment
/// variable `IMAGES_EXECUTABLE` names. It ends before its stack does.
///
/// ```java
/// var worker = App.start(stack, AppOptions.role("worker").heap(256));
/// worker.kill9();
/// worker.restart();
/// ```
public final class App implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final AppOptions options;
    private final List<String> command;
    private final Map<String, String> environment;
    private final int port;
    private KeptProcess process;

    private App(Stack stack, AppOptions options, List<String> command) {
        this.options = options;
        this.command = command;
        this.port = Ports.take(options.port());
        this.environment = environment(stack, options, port);
        this.process = launch();
    }

    /// Starts a process and returns when it is ready.
    public static App start(Stack stack, AppOptions options) {
        var app = launch(stack, options);
        app.awaitReady();
        return app;
    }

    /// Starts a process without waiting for it; for a role that ends by itself, or a start that
    /// must fail.
    public static App launch(Stack stack, AppOptions options) {
        return launch(stack, options, AppCommand.of(options));
    }

    /// The same with a command line of the caller's.
    static App launch(Stack stack, AppOptions options, List<String> command) {
        var app = new App(stack, options, command);
        stack.beforeStop(app::close);
        return app;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public KeptProcess process() {
        return process;
    }

    /// What it has written since its last start.
    public String log() {
        return process.log();
    }

    public Path logFile() {
        return Path.of("target", "apps", options.role() + "-" + port + ".log").toAbsolutePath();
    }

    public void kill9() {
        process.kill();
    }

    /// SIGTERM, with the 30 s Kubernetes would give.
    public void terminate() {
        process.end("TERM", Duration.ofSeconds(30));
    }

    /// Starts it again, on the same port, after it was killed or has ended.
    public void restart() {
        process = launch();
        awaitReady();
    }

    public String role() {
        return options.role();
    }

    /// Whether it says that it is ready, within 10 s.
    public boolean isReady() {
        return process.alive() && ready();
    }

    @Override
    public void close() {
        if (process.alive()) {
            terminate();
        }
    }

    /// Waits until `/q/health/ready` says so.
    public void awaitReady() {
        var deadline = Instant.now().plus(PATIENCE);
        while (!ready()) {
            if (!process.alive()) {
                throw process.ended();
            }
            if (Instant.now().isAfter(deadline)) {
                throw new StackException(
                        "The service (role %s) was not ready within %d s; its log is %s"
                                .formatted(options.role(), PATIENCE.toSeconds(), logFile()));
            }
            process.awaitEnd(Duration.ofMillis(100));
        }
    }

    private boolean ready() {
        try {
            var readiness = url().resolve("/q/health/ready").toURL().openConnection();
            var connection = (HttpURLConnection) readiness;
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(10_000);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false; // it does not listen yet
        }
    }

    private KeptProcess launch() {
        return KeptProcess.start(
                "The service (role " + options.role() + ")", command, environment, logFile());
    }

    private static Map<String, String> environment(Stack stack, AppOptions options, int port) {
        var environment = new HashMap<>(stack.environment());
        environment.put("IMAGES_ROLE", options.role());
        environment.put("IMAGES_AUTH", "off");
        environment.put("IMAGES_BASE_URL", "http://127.0.0.1:" + port);
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("MALLOC_ARENA_MAX", "2"); // as in the images
        // a person reads this log; JSON is for a cluster
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        environment.putAll(options.environment());
        return environment;
    }
}
