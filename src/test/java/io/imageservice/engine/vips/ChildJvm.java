package io.imageservice.engine.vips;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs a main class of the tests in a process of its own: a crash of native code is then a failed
/// test with the child's last words, and not the end of the whole run.
final class ChildJvm {
    private ChildJvm() {}

    /// @param words standard output and error
    record Ended(int status, List<String> words) {
        String last() {
            return "status %d, last words: %s"
                    .formatted(status, words.subList(Math.max(0, words.size() - 5), words.size()));
        }
    }

    static Ended run(Class<?> main, long seconds, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread.ofVirtual().start(() -> killAfter(child, seconds));
        List<String> words = child.inputReader().lines().toList();
        return new Ended(child.waitFor(), words);
    }

    private static void killAfter(Process child, long seconds) {
        try {
            if (!child.waitFor(seconds, TimeUnit.SECONDS)) {
                child.destroyForcibly();
            }
        } catch (InterruptedException e) {
            child.destroyForcibly();
        }
    }
}
