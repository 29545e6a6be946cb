package io.imageservice.platform;

import io.imageservice.asset.UploadConfig;
import io.imageservice.error.ServiceException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    /// @throws ServiceException 503 where it cannot be made or written: a full disk, too many open
    ///   files
    Path write(InputStream bytes) throws IOException {
        try {
            Files.createDirectories(directory);
            Path file = Files.createTempFile(directory, "part", null);
            files.add(file);
            copy(bytes, file);
            return file;
        } catch (FileSystemException e) {
            throw full(e);
        }
    }

    static void copy(InputStream bytes, Path file) throws IOException {
        try (OutputStream out = new Disk(Files.newOutputStream(file))) {
            bytes.transferTo(out);
        }
    }

    private static ServiceException full(IOException e) {
        LOG.warnf("no temporary file can be written: %s", e.getMessage());
        return UploadGate.noRoom();
    }

    /// Tells a disk that fails from a client that does.
    private static final class Disk extends FilterOutputStream {
        Disk(OutputStream file) {
            super(file);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw full(e);
            }
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
