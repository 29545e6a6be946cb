package io.imageservice.engine.imageio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/// Unpacks the library for this machine out of the webp-imageio jar: the loader wants a file.
final class WebpLibraryFile {
    private WebpLibraryFile() {}

    static Path extract() {
        String resource = "/native/" + platform();
        try (InputStream packed = WebpLibraryFile.class.getResourceAsStream(resource)) {
            if (packed == null) {
                throw new IllegalStateException("no libwebp for this machine: " + resource);
            }
            Path file = Files.createTempFile("libwebp", suffix(resource));
            file.toFile().deleteOnExit();
            Files.copy(packed, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new IllegalStateException("libwebp cannot be unpacked", e);
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String chip = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String folder = chip.equals("amd64") || chip.equals("x86_64") ? "x86_64" : chip;
        if (system.contains("mac")) {
            return "Mac/" + folder + "/libwebp-imageio.dylib";
        }
        if (system.contains("windows")) {
            return "Windows/" + folder + "/webp-imageio.dll";
        }
        return "Linux/" + folder + "/libwebp-imageio.so";
    }

    private static String suffix(String resource) {
        return resource.substring(resource.lastIndexOf('.'));
    }
}
