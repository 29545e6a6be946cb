package io.imageservice.stack;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The handful of programs of the operating system the stack calls.
public final class Tools {
    /// Options of a JVM that is started more than it runs, as those of a test run are: what is
    /// called a few hundred times while it starts is not worth compiling.
    public static final List<String> QUICK_START =
            List.of("-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=5", "-XX:+UseSerialGC");

    /// The nice value of a session: a weight of 36 beside 1,024, as `cpu_shares` in compose.yaml.
    private static final String GIVES_WAY = "15";

    private Tools() {}

    /// What to put before a command so that it leaves our session; nothing where there is no
    /// `setsid`.
    static List<String> ownSession() {
        return onPath("setsid") ? List.of("setsid") : List.of();
    }

    /// PostgreSQL refuses to run as root. In a user namespace of its own root is nobody special.
    static List<String> notAsRoot() {
        return "root".equals(System.getProperty("user.name")) && onPath("unshare")
                ? List.of("unshare", "--user")
                : List.of();
    }

    /// Lets all of a process' session come last where processors are short: nice threads give way
    /// to their own session only. True where it does, which takes Linux' autogroups.
    public static boolean giveWay(long pid) {
        var group = Path.of("/proc", Long.toString(pid), "autogroup");
        try {
            Files.writeString(group, GIVES_WAY);
            return true;
        } catch (IOException e) {
            return false; // another system, or not ours to say
        }
    }

    /// The program this JVM was started with.
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static void signal(String signal, Stream<ProcessHandle> processes) {
        var command = new ArrayList<>(List.of("kill", "-" + signal));
        processes.map(process -> Long.toString(process.pid())).forEach(command::add);
        if (command.size() > 2) {
            finish(command, Map.of(), ProcessBuilder.Redirect.DISCARD);
        }
    }

    /// Runs a command to its end and answers its exit code.
    static int finish(
            List<String> command, Map<String, String> environment, ProcessBuilder.Redirect output) {
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        try {
            var process = builder.redirectErrorStream(true).redirectOutput(output).start();
            if (!process.waitFor(300, SECONDS)) {
                process.destroyForcibly();
                throw new StackException("This took more than 5 minutes: " + command.getFirst());
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new StackException("Cannot run " + command.getFirst() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while running " + command.getFirst(), e);
        }
    }

    private static boolean onPath(String program) {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
