package io.imageservice.app;

import io.imageservice.stack.StackException;
import io.imageservice.stack.Tools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The command line of the packaged service.
final class AppCommand {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

    /// As in src/main/docker/Dockerfile.jvm.
    private static final List<String> FLAGS =
            List.of(
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:ThreadPriorityPolicy=1",
                    "-XX:JavaPriority1_To_OSPriority=19");

    private AppCommand() {}

    static List<String> of(AppOptions options) {
        var heap = "-Xmx" + options.heapMegabytes() + "m";
        var executable = System.getenv("IMAGES_EXECUTABLE");
        if (executable != null && !executable.isBlank()) {
            var command = new ArrayList<>(List.of(executable, heap));
            command.addAll(options.arguments());
            return command;
        }
        if (!Files.exists(JAR)) {
            throw new StackException(
                    JAR + " is not there; build it with: mvn -Dquick -DskipTests package");
        }
        var command = new ArrayList<>(List.of(Tools.java(), heap));
        command.addAll(FLAGS);
        addTestRun(command);
        command.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
        command.addAll(options.arguments());
        return command;
    }

    /// What pom.xml has the processes of a test run start with; benchmarks go without.
    private static void addTestRun(List<String> command) {
        Stream.of("images.coverage", "images.jvm")
                .flatMap(property -> Stream.of(System.getProperty(property, "").split(" (?=-)")))
                .filter(flag -> flag.startsWith("-"))
                .forEach(command::add);
    }
}
