package io.imageservice.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A folder that takes long to make and is the same for every stack: made once, then copied. It is
/// kept in `target/stack`.
final class Template {
    @FunctionalInterface
    interface Maker {
        void make(Path folder) throws IOException;
    }

    private Template() {}

    /// @param name of all that the folder is made by: what is made otherwise is another template
    /// @param target the copy: there wholly afterwards, or not at all
    static void copy(String name, Path target, Maker maker) throws IOException {
        var template = Stack.TARGET.resolve(name).toAbsolutePath();
        make(template, maker);
        wholly(target, fresh -> copy(template, fresh));
    }

    /// One makes it, whoever comes meanwhile (another JVM too) waits.
    private static synchronized void make(Path template, Maker maker) throws IOException {
        Files.createDirectories(Stack.TARGET);
        var name = template.getFileName();
        try (var alone = Locks.exclusive(template.resolveSibling(name + ".lock"))) {
            if (!Files.exists(template)) {
                wholly(template, maker);
            }
        }
    }

    private static void wholly(Path folder, Maker maker) throws IOException {
        var fresh = folder.resolveSibling(folder.getFileName() + ".new");
        Folders.remove(fresh);
        maker.make(fresh);
        Files.move(fresh, folder);
    }

    private static void copy(Path template, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (var files = Files.walk(template)) {
            for (var file : files.toList()) {
                var copy = target.resolve(template.relativize(file).toString());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
