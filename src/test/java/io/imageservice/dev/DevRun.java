package io.imageservice.dev;

import io.imageservice.app.App;
import io.imageservice.app.AppOptions;
import io.imageservice.stack.KeptProcess;
import io.imageservice.stack.Part;
import io.imageservice.stack.Ports;
import io.imageservice.stack.Stack;
import io.imageservice.stack.StackException;
import io.imageservice.stack.StackOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;

/// `./dev run`: the servers, then the service, until Ctrl-C. Data stays in `.data`.
///
/// Everything that can go wrong is told in a sentence and ends with exit code 1.
public final class DevRun {
    private static final Path DATA = Path.of(".data");
    private static final Logger LIBRARIES = Logger.getLogger("io.zonky");

    private static volatile boolean stopping;

    private DevRun() {}

    public static void main(String[] arguments) {
        LIBRARIES.setLevel(Level.WARNING);
        try {
            run(port());
        } catch (StackException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static int port() {
        var port = Objects.requireNonNullElse(System.getenv("PORT"), "8080");
        if (!port.matches("[1-9]\\d{0,4}") || Integer.parseInt(port) > 65_535) {
            throw new StackException("PORT is not in 1..65535: " + port);
        }
        return Integer.parseInt(port);
    }

    private static void run(int port) {
        if (Stack.inUse(DATA)) {
            throw new StackException(
                    "Another ./dev run is using the data in .data; stop that one first.");
        }
        if (!Ports.isFree(port)) {
            throw new StackException(
                    ("Port %d is taken by another program. Stop it, or choose another port:"
                                    + " PORT=%d ./dev run")
                            .formatted(port, port == 65_535 ? 8081 : port + 1));
        }
        System.out.println(
                "Starting PostgreSQL, Redis, Kafka and S3, with their data in .data ...");
        var stack = Stack.start(StackOptions.keptIn(DATA));
        System.out.println("Starting the service (API, workers and schedules in one process) ...");
        var auth = Objects.requireNonNullElse(System.getenv("IMAGES_AUTH"), "off");
        var options =
                AppOptions.role("all")
                        .on(port)
                        .with("IMAGES_BASE_URL", "http://localhost:" + port)
                        .with("IMAGES_AUTH", auth);
        var app = App.launch(stack, options);
        stack.beforeStop(DevRun::sayThatWeStop);
        var echo = new LogEcho(app.logFile());
        Thread.ofPlatform().daemon().start(echo);
        app.awaitReady();
        System.out.println(Places.of(stack, port));
        System.out.println(
                auth.equals("off")
                        ? "Everybody on this machine may do everything (IMAGES_AUTH=off, 127.0.0.1"
                                + " only)."
                        : "Callers need a credential (IMAGES_AUTH=" + auth + ").");
        watch(stack, app.process());
    }

    private static void sayThatWeStop() {
        stopping = true;
        System.out.println("\nStopping everything; the data stays in .data");
    }

    /// Looks after what was started until it is told to stop or something ends by itself.
    private static void watch(Stack stack, KeptProcess service) {
        while (!service.awaitEnd(Duration.ofMillis(500))) {
            for (Part part : stack.parts()) {
                var crash = part.crash();
                if (crash != null && !stopping) {
                    throw crash;
                }
            }
        }
        if (!stopping) {
            throw service.ended();
        }
    }
}
