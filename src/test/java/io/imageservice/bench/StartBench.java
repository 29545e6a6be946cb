package io.imageservice.bench;

import io.imageservice.stack.KeptProcess;
import io.imageservice.stack.Ports;
import io.imageservice.stack.Stack;
import io.imageservice.stack.StackOptions;
import io.imageservice.stack.Tools;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `./dev bench start [ROUNDS]`: the JVM beside the native executable, turn by turn, on one stack
/// whose schema is there already: from starting the process to the first answer that needed the
/// database, and resident memory 15 s later.
public final class StartBench {
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Duration IDLE = Duration.ofSeconds(15);

    private final Stack stack;
    private final Map<String, List<Measured>> results = new TreeMap<>();

    private StartBench(Stack stack) {
        this.stack = stack;
    }

    record Measured(double millis, double residentMegabytes) {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        var commands = new TreeMap<String, List<String>>();
        commands.put(
                "jvm",
                List.of(
                        Tools.java(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        JAR.toString()));
        var executable = executable();
        if (executable == null) {
            System.out.println(
                    "There is no executable in target/: build it with ./dev native. Measuring the JVM alone.");
        } else {
            commands.put("native", List.of(executable.toString()));
        }
        try (var stack = Stack.start(StackOptions.forTests())) {
            new StartBench(stack).run(commands, rounds);
        }
        if (executable != null) {
            System.out.printf("executable: %.0f MB%n", Files.size(executable) / 1048576.0);
        }
        System.exit(0);
    }

    private void run(Map<String, List<String>> commands, int rounds) throws Exception {
        migrate(commands.get("jvm"));
        for (int round = 0; round < rounds; round++) {
            for (var command : commands.entrySet()) {
                var measured = once(command.getKey(), command.getValue());
                results.computeIfAbsent(command.getKey(), key -> new ArrayList<>()).add(measured);
            }
        }
        System.out.println(
                "build    start to first answer (ms)   resident, idle (MB)   median of " + rounds);
        results.forEach((build, all) ->
                System.out.printf(
                        "%-8s %26.0f %21.0f%n",
                        build,
                        median(all.stream().map(Measured::millis).toList()),
                        median(all.stream().map(Measured::residentMegabytes).toList())));
    }

    private void migrate(List<String> command) throws InterruptedException {
        var process = start("migrate", command, "migrate", 0);
        if (!process.awaitEnd(Duration.ofMinutes(2)) || process.exitCode() != 0) {
            throw process.ended();
        }
    }

    private Measured once(String build, List<String> command) throws Exception {
        int port = Ports.take(0);
        long begun = System.nanoTime();
        var process = start(build, command, "api", port);
        var url = URI.create("http://127.0.0.1:" + port + "/api/v1/images?limit=1");
        while (!answers(url)) {
            if (!process.alive()) {
                throw process.ended();
            }
            Thread.sleep(1);
        }
        double millis = (System.nanoTime() - begun) / 1e6;
        Thread.sleep(IDLE.toMillis());
        double resident = resident(process.pid());
        process.end("TERM", Duration.ofSeconds(20));
        return new Measured(millis, resident);
    }

    private KeptProcess start(String name, List<String> command, String role, int port) {
        var environment = new HashMap<>(stack.environment());
        environment.put("IMAGES_ROLE", role);
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        return KeptProcess.start(
                name,
                command,
                environment,
                Path.of("target/bench/start-" + name + ".log").toAbsolutePath());
    }

    private static boolean answers(URI url) throws IOException {
        var connection = (HttpURLConnection) url.toURL().openConnection();
        try {
            connection.setReadTimeout(5_000);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false; // it does not listen yet
        }
    }

    private static double resident(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        throw new IOException("no VmRSS of process " + pid);
    }

    private static Path executable() throws IOException {
        try (DirectoryStream<Path> runners =
                Files.newDirectoryStream(Path.of("target"), "*-runner")) {
            for (Path runner : runners) {
                return runner.toAbsolutePath();
            }
        }
        return null;
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
