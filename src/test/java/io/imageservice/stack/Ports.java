package io.imageservice.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// Ports that stay ours while this JVM lives, also between the stop and the restart of a server.
///
/// They come from below the range the kernel gives to outgoing connections, and a file lock each
/// keeps a test run beside this one away from them.
public final class Ports {
    private static final int FIRST = 12_000;
    private static final int LAST = 32_000;
    private static final List<Locks.Held> OURS = new ArrayList<>();

    private Ports() {}

    /// The preferred port when it is free (0: none is preferred), else any that is.
    public static synchronized int take(int preferred) {
        if (preferred > 0 && isFree(preferred)) {
            return preferred;
        }
        for (int attempt = 0; attempt < 1_000; attempt++) {
            var port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port) && reserve(port)) {
                return port;
            }
        }
        throw new StackException("No free port between %d and %d".formatted(FIRST, LAST));
    }

    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// Whether somebody on this machine takes connections there.
    public static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean reserve(int port) {
        var folder = Path.of(System.getProperty("java.io.tmpdir"), "image-service-ports");
        try {
            Files.createDirectories(folder);
            var lock = Locks.tryExclusive(folder.resolve(Integer.toString(port)));
            return lock != null && OURS.add(lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
