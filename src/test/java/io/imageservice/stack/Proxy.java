package io.imageservice.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A TCP proxy in front of one part, for cutting and delaying what the service says to it. The
/// tests' own questions go past it.
public final class Proxy implements AutoCloseable {
    private final int port = Ports.take(0);
    private final int target;
    private final Set<ProxyLine> lines = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Fault fault;
    private volatile ServerSocket listener;

    /// @param target a port of this machine
    Proxy(int target) {
        this.target = target;
        this.listener = listen();
    }

    public int port() {
        return port;
    }

    /// How many connections are open through it.
    public int connections() {
        return lines.size();
    }

    /// Does this to all connections, those that are open too, until it is healed.
    public void begin(Fault wanted) {
        fault = wanted;
        if (wanted == Fault.REFUSED) {
            close();
        }
    }

    /// Lets everything through again; connections that lost bytes are reset.
    public void heal() {
        var last = fault;
        fault = null;
        if (last == Fault.REFUSED) {
            listener = listen();
        } else if (last != Fault.LATENCY) {
            lines.forEach(ProxyLine::reset);
        }
    }

    @Nullable Fault fault() {
        return fault;
    }

    void ended(ProxyLine line) {
        lines.remove(line);
    }

    private ServerSocket listen() {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
            Thread.ofPlatform().daemon().name("proxy-" + target).start(() -> accept(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                join(socket.accept());
            } catch (IOException e) {
                continue; // closed: the condition says so
            }
        }
    }

    private void join(Socket client) throws IOException {
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            var line = new ProxyLine(this, client, server);
            lines.add(line);
            line.start();
        } catch (IOException e) {
            client.setSoLinger(true, 0);
            client.close();
        }
    }

    /// Takes no connection any more and resets those there are.
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.forEach(ProxyLine::reset);
    }
}
