package io.imageservice.app;

import io.imageservice.stack.StackException;
import io.imageservice.stack.Tools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command lines of the packaged service.
public final class AppCommand {
    public static final Path JAR =
            Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();

    /// As in src/main/docker/Dockerfile.jvm.
    private static final List<String> FLAGS =
            List.of(
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:ThreadPriorityPolicy=1",
                    "-XX:JavaPriority1_To_OSPriority=19");

    private AppCommand() {}

    static List<String> of(AppOptions options) {
        var executable = System.getenv("IMAGES_EXECUTABLE");
        var command =
                executable == null || executable.isBlank()
                        ? onJvm(options.heapMegabytes())
                        : new ArrayList<>(List.of(executable, heap(options.heapMegabytes())));
        command.addAll(options.arguments());
        return command;
    }

    /// Of the jar, as in src/main/docker/Dockerfile.jvm, with the cache of classes
    /// `images.aot-cache` names: making one takes a while, so it is for those who start many
    /// processes.
    public static List<String> onJvm(int heapMegabytes) {
        List<String> flags = new ArrayList<>();
        var cache = System.getProperty("images.aot-cache");
        if (cache != null) {
            flags.addAll(AotCache.valueOf(cache).flags());
        }
        if (Boolean.getBoolean("images.quick-start")) {
            flags.addAll(Tools.QUICK_START); // benchmarks go without
        }
        flags.add(heap(heapMegabytes));
        return java(flags);
    }

    /// Of the jar, with these flags beside those it always has.
    static List<String> java(List<String> flags) {
        if (!Files.exists(JAR)) {
            throw new StackException(
                    JAR + " is not there; build it with: mvn -Dquick -DskipTests package");
        }
        List<String> command = new ArrayList<>();
        command.add(Tools.java());
        command.addAll(FLAGS);
        command.addAll(flags);
        command.addAll(List.of("-jar", JAR.toString()));
        return command;
    }

    private static String heap(int megabytes) {
        return "-Xmx" + megabytes + "m";
    }
}
