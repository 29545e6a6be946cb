package io.imageservice.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The class paths of servers whose libraries would quarrel with ours: each has a small pom in
/// `src/test/stack/NAME`, which Maven resolves once. The answer is kept in `target/stack`.
final class ClassPaths {
    private static final String RESOLVE =
            "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath";

    private ClassPaths() {}

    static synchronized String of(String name) {
        var pom = Stack.SOURCES.resolve(name).resolve("pom.xml");
        try {
            var id = Integer.toHexString(Files.readString(pom).hashCode());
            var answer = Stack.TARGET.resolve(name + "-" + id + ".classpath");
            Files.createDirectories(Stack.TARGET);
            // one resolves, whoever comes meanwhile (another JVM too) waits for the answer
            try (var lock = Locks.exclusive(Stack.TARGET.resolve(name + ".lock"))) {
                if (!Files.exists(answer) || !complete(answer)) {
                    resolve(pom, answer);
                }
            }
            return Files.readString(answer).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// False when the local repository was emptied meanwhile.
    private static boolean complete(Path answer) throws IOException {
        return List.of(Files.readString(answer).strip().split(":")).stream()
                .allMatch(jar -> Files.exists(Path.of(jar)));
    }

    private static void resolve(Path pom, Path answer) throws IOException {
        var fresh = answer.resolveSibling(answer.getFileName() + ".new");
        var log = answer.resolveSibling(answer.getFileName() + ".log");
        // what is on this machine needs no network; asking the network is the second try
        if (maven(List.of("-o"), pom, fresh, log) != 0 && maven(List.of(), pom, fresh, log) != 0) {
            throw new StackException(
                    "Maven could not fetch what %s lists; its output is in %s".formatted(pom, log));
        }
        Files.move(fresh, answer, StandardCopyOption.REPLACE_EXISTING);
    }

    private static int maven(List<String> options, Path pom, Path output, Path log) {
        var command = new ArrayList<>(List.of("mvn", "-B", "-ntp"));
        command.addAll(options);
        command.addAll(
                List.of(
                        "-f",
                        pom.toString(),
                        RESOLVE,
                        "-Dmdep.outputFile=" + output.toAbsolutePath()));
        return Tools.finish(
                command,
                Map.of("JAVA_HOME", System.getProperty("java.home"), "MAVEN_ARGS", ""),
                ProcessBuilder.Redirect.to(log.toFile()));
    }
}
