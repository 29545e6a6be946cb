package io.imageservice.stack;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/// One connection through a [Proxy]: a thread for each direction, and one more that hands answers
/// on when it is their time.
final class ProxyLine {
    private static final Duration LATE = Duration.ofSeconds(5);
    private static final Duration SERVED = Duration.ofSeconds(1);

    /// Enough for the head of an answer, not for an answer.
    private static final int BEFORE_RESET = 20;

    private record Chunk(byte[] bytes, long dueNanos) {}

    private final Proxy proxy;
    private final Socket client;
    private final Socket server;
    private final LinkedBlockingQueue<Chunk> answers = new LinkedBlockingQueue<>();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final long began = System.nanoTime();

    ProxyLine(Proxy proxy, Socket client, Socket server) {
        this.proxy = proxy;
        this.client = client;
        this.server = server;
    }

    void start() {
        Thread.ofVirtual().start(this::ask);
        Thread.ofVirtual().start(this::answer);
        Thread.ofVirtual().start(this::deliver);
    }

    /// Both ends see a reset.
    void reset() {
        if (open.compareAndSet(true, false)) {
            proxy.ended(this);
            abort(client);
            abort(server);
            answers.add(new Chunk(new byte[0], System.nanoTime()));
        }
    }

    private void ask() {
        var buffer = new byte[16_384];
        try {
            for (int n = client.getInputStream().read(buffer);
                    n >= 0;
                    n = client.getInputStream().read(buffer)) {
                var fault = proxy.fault();
                if (fault == Fault.SLOW_CLOSE && System.nanoTime() - began > SERVED.toNanos()) {
                    vanish();
                    return;
                }
                if (fault != Fault.BLACK_HOLE) {
                    server.getOutputStream().write(buffer, 0, n);
                }
            }
            server.shutdownOutput();
        } catch (IOException e) {
            reset();
        }
    }

    /// The server is gone; what the client sends until it hears of that is lost.
    private void vanish() throws IOException {
        abort(server);
        try {
            Thread.sleep(LATE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.close();
        reset();
    }

    private void answer() {
        var buffer = new byte[16_384];
        try {
            for (int n = server.getInputStream().read(buffer);
                    n >= 0;
                    n = server.getInputStream().read(buffer)) {
                var late = proxy.fault() == Fault.LATENCY ? LATE.toNanos() : 0;
                answers.add(new Chunk(Arrays.copyOf(buffer, n), System.nanoTime() + late));
            }
            answers.add(new Chunk(new byte[0], System.nanoTime()));
        } catch (IOException e) {
            if (proxy.fault() != Fault.SLOW_CLOSE) {
                reset();
            }
        }
    }

    private void deliver() {
        try {
            for (var chunk = answers.take(); chunk.bytes().length > 0; chunk = answers.take()) {
                Thread.sleep(Duration.ofNanos(Math.max(0, chunk.dueNanos() - System.nanoTime())));
                var fault = proxy.fault();
                if (fault == Fault.RESET) {
                    client.getOutputStream()
                            .write(chunk.bytes(), 0, Math.min(BEFORE_RESET, chunk.bytes().length));
                    reset();
                } else if (fault != Fault.BLACK_HOLE && fault != Fault.ONE_WAY) {
                    client.getOutputStream().write(chunk.bytes());
                }
            }
            // the server has nothing more to say, and we were told so in its time
            client.shutdownOutput();
            if (server.isInputShutdown() || client.isInputShutdown() || server.isOutputShutdown()) {
                reset();
            }
        } catch (IOException e) {
            reset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void abort(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            return; // it is closed
        }
    }
}
