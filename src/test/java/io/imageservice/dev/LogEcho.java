package io.imageservice.dev;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/// Shows in the terminal what a process adds to its log file.
final class LogEcho implements Runnable {
    private final Path log;
    private long shown;

    /// From now on; what earlier runs have written is not shown again.
    LogEcho(Path log) {
        this.log = log;
        this.shown = log.toFile().length();
    }

    @Override
    public void run() {
        try {
            while (true) {
                show();
                Thread.sleep(100);
            }
        } catch (InterruptedException | IOException e) {
            Thread.currentThread().interrupt(); // the terminal or the log is gone: nothing to show
        }
    }

    private void show() throws IOException {
        if (!Files.exists(log) || Files.size(log) <= shown) {
            return;
        }
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(shown);
            var fresh = new byte[(int) Math.min(file.length() - shown, 1 << 20)];
            file.readFully(fresh);
            System.out.write(fresh);
            System.out.flush();
            shown += fresh.length;
        }
    }
}
