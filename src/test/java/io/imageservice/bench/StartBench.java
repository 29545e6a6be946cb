package io.imageservice.bench;

import io.imageservice.stack.Ports;
import io.imageservice.stack.Pulse;
import io.imageservice.stack.Stack;
import io.imageservice.stack.StackOptions;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// `./dev bench start [ROUNDS]`: the JVM beside the native executable, turn by turn, on one stack
/// whose schema is there already: from starting an api process to the first answer that needed the
/// database, resident memory 15 s later, size on disk; then what a worker of each draws.
public final class StartBench {
    private static final Duration IDLE = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Stack stack;
    private final Map<Build, List<Measured>> results = new HashMap<>();

    private StartBench(Stack stack) {
        this.stack = stack;
    }

    record Measured(double millis, double megabytes) {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        var builds = Build.all();
        if (builds.size() == 1) {
            System.out.println(
                    "There is no executable in target/: build it with ./dev native. Measuring the JVM alone.");
        }
        try (var stack = Stack.start(StackOptions.forTests())) {
            new StartBench(stack).run(builds, rounds);
            new WorkerRace(stack).run(builds);
        }
        System.exit(0);
    }

    private void run(List<Build> builds, int rounds) throws Exception {
        var migrate = builds.getFirst().start(stack, "migrate", 0, Map.of());
        if (!migrate.awaitEnd(Duration.ofMinutes(2)) || migrate.exitCode() != 0) {
            throw migrate.ended();
        }
        for (int round = 0; round < rounds; round++) {
            for (var build : builds) {
                results.computeIfAbsent(build, key -> new ArrayList<>()).add(once(build));
            }
        }
        System.out.println(
                "build    start to first answer   resident, idle   on disk   (median of %d)"
                        .formatted(rounds));
        for (var build : builds) {
            var all = results.get(build);
            System.out.printf(
                    "%-8s %18.0f ms %13.0f MB %6.0f MB%n",
                    build.name(),
                    median(all.stream().map(Measured::millis).toList()),
                    median(all.stream().map(Measured::megabytes).toList()),
                    build.megabytes());
        }
    }

    private Measured once(Build build) throws Exception {
        int port = Ports.take(0);
        var process = build.start(stack, "api", port, Map.of());
        var url = URI.create("http://127.0.0.1:" + port + "/api/v1/images?limit=1");
        // First what costs little: who asks shares the processors with what starts.
        while (!Ports.listens(port) || !answers(url)) {
            if (!process.alive() || Pulse.age(process.pid()).compareTo(PATIENCE) > 0) {
                throw process.ended();
            }
            Thread.sleep(2);
        }
        // of the process itself: a shell that minds it was started before
        long millis = Pulse.age(process.pid()).toMillis();
        Thread.sleep(IDLE);
        double resident = Pulse.memory(process.pid(), "VmRSS") / 1e6;
        process.end("TERM", Duration.ofSeconds(20));
        return new Measured(millis, resident);
    }

    private static boolean answers(URI url) throws IOException {
        var connection = (HttpURLConnection) url.toURL().openConnection();
        try {
            connection.setReadTimeout(5_000);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false; // it is not ready yet
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
