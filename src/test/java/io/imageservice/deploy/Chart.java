package io.imageservice.deploy;

import com.marcnuri.helm.Helm;
import io.imageservice.stack.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The Helm chart, rendered by Helm itself in this process.
final class Chart {
    static final Path FOLDER = Path.of("helm/image-service");

    /// Helm keeps hooks out of what `template` answers here, so they are rendered under another
    /// annotation's name.
    static final String HOOK = "shown.helm.sh/hook";

    private Chart() {}

    /// What `helm install image-service` would make with these values (YAML) over the chart's own,
    /// hooks included.
    static Manifests template(String values) {
        try {
            var copy = Files.createTempDirectory("chart");
            try {
                var file = Files.writeString(copyTo(copy).resolve("over.yaml"), values);
                var template =
                        new Helm(copy)
                                .template()
                                .withName("image-service")
                                .withNamespace("image-service");
                return Manifests.parse(
                        template.withKubeVersion("1.33.0").withValuesFile(file).call());
            } finally {
                Folders.remove(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path copyTo(Path folder) throws IOException {
        for (Path from : files(FOLDER)) {
            var to = folder.resolve(FOLDER.relativize(from).toString());
            Files.createDirectories(to.getParent());
            Files.writeString(to, Files.readString(from).replace("helm.sh/hook", HOOK));
        }
        return folder;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
