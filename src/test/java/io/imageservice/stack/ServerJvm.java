package io.imageservice.stack;

import java.util.ArrayList;
import java.util.List;

/// The command lines of those servers that run on a JVM, each with libraries of its own.
final class ServerJvm {
    private ServerJvm() {}

    /// @param libraries the folder of `src/test/stack` whose pom lists them
    /// @param options of the JVM
    static List<String> of(
            String libraries, List<String> options, String main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Tools.java()));
        command.addAll(Tools.QUICK_START);
        command.add("-Xmx256m");
        // classes loaded and verified by the first process that ends, for all after it (JEP 350)
        var archive = Stack.TARGET.resolve(main + ".jsa").toAbsolutePath();
        command.addAll(List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive));
        command.addAll(options);
        command.addAll(List.of("-cp", ClassPaths.of(libraries), main));
        command.addAll(List.of(arguments));
        return command;
    }
}
