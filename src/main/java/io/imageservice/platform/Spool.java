package io.imageservice.platform;

import io.imageservice.asset.UploadConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/// The files of one request, on disk until it ends.
@RequestScoped
class Spool {
    private static final Logger LOG = Logger.getLogger(Spool.class);

    private final List<Path> files = new ArrayList<>();
    private final Path directory;

    Spool(UploadConfig config) {
        directory = config.directory();
    }

    /// A new file with all of these bytes.
    ///
    /// @throws io.imageservice.error.ServiceException 503 where no file can be made: a full disk,
    ///   too many open files
    Path write(InputStream bytes) throws IOException {
        Path file = create();
        files.add(file);
        Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
        return file;
    }

    private Path create() throws IOException {
        try {
            Files.createDirectories(directory);
            return Files.createTempFile(directory, "part", null);
        } catch (FileSystemException e) {
            LOG.warnf("no temporary file can be made: %s", e.getMessage());
            throw UploadGate.busy("no room for temporary files");
        }
    }

    @PreDestroy
    void clear() {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.warnf("a temporary file was left: %s", e.getMessage());
            }
        }
    }
}
