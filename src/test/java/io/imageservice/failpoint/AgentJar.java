package io.imageservice.failpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/// The agent as a jar, made of the test classes.
public final class AgentJar {

    private AgentJar() {}

    /// What a process of this role is started with: `-javaagent:...`.
    ///
    /// @param folder where its points are armed
    public static String option(Path folder, String role) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("points"),
                Point.all()
                        .filter(p -> p.role().equals(role))
                        .map(Point::line)
                        .collect(Collectors.joining("\n")));
        var jar = folder.resolveSibling("agent.jar");
        if (!Files.exists(jar)) {
            write(jar);
        }
        return "-javaagent:" + jar + "=" + folder;
    }

    private static void write(Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(new Attributes.Name("Premain-Class"), FailPointAgent.class.getName());
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            var package_ = Path.of("target", "test-classes", "io", "imageservice", "failpoint");
            try (var files = Files.list(package_)) {
                for (var file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                    out.putNextEntry(
                            new JarEntry("io/imageservice/failpoint/" + file.getFileName()));
                    Files.copy(file, out);
                }
            }
        }
    }
}
