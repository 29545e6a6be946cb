package io.imageservice.bench;

import io.imageservice.app.AppCommand;
import io.imageservice.stack.KeptProcess;
import io.imageservice.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One of the two things the sources become: what runs on a JVM, or a native executable.
record Build(String name, List<String> command) {
    /// The JVM's, and the executable's where `./dev native` made one.
    static List<Build> all() throws IOException {
        var builds = new ArrayList<Build>();
        builds.add(new Build("jvm", AppCommand.onJvm(512)));
        try (var runners = Files.newDirectoryStream(Path.of("target"), "*-runner")) {
            for (Path runner : runners) {
                builds.add(new Build("native", List.of(path(runner), "-Xmx512m")));
            }
        }
        return builds;
    }

    private static String path(Path runner) {
        return runner.toAbsolutePath().toString();
    }

    /// What lies on disk: of the JVM's build only the jars, not the JVM.
    double megabytes() throws IOException {
        var place = name.equals("jvm") ? AppCommand.JAR.getParent() : Path.of(command.getFirst());
        try (var files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum()
                    / 1e6;
        }
    }

    KeptProcess start(Stack stack, String role, int port, Map<String, String> more) {
        var environment = new HashMap<>(stack.environment());
        environment.put("IMAGES_ROLE", role);
        environment.put("IMAGES_AUTH", "off");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.putAll(more);
        var log = Path.of("target", "bench", role + "-" + name + ".log");
        return KeptProcess.start(name, command, environment, log.toAbsolutePath());
    }
}
