package io.imageservice.bench;

import io.imageservice.app.App;
import io.imageservice.app.AppOptions;
import io.imageservice.stack.Pulse;
import io.imageservice.stack.Stack;
import io.imageservice.stack.StackOptions;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What idle event streams cost a pod: memory of each, and CPU at rest with all of them open.
///
/// `./dev bench streams [COUNT]` (2000 when it is not said).
public final class StreamsBench {
    private static final int REST_SECONDS = 45;

    /// Every part of the heap, whichever collector names it; the metaspace has no total.
    private static final Pattern USED = Pattern.compile("total [^\\n]*?used (\\d+)K");

    private final App app;

    private StreamsBench(App app) {
        this.app = app;
    }

    public static void main(String... arguments) throws Exception {
        int count = arguments.length == 0 ? 2000 : Integer.parseInt(arguments[0]);
        try (Stack stack = Stack.start(StackOptions.forTests())) {
            App.launch(stack, AppOptions.role("migrate")).process().awaitEnd(Duration.ofMinutes(3));
            try (App app = App.start(stack, AppOptions.role("api"))) {
                new StreamsBench(app).run(count);
            }
        }
        System.exit(0);
    }

    private void run(int count) throws Exception {
        close(open(200));
        Memory before = settled();
        double idle = cpuAtRest();
        List<Socket> streams = open(count);
        Memory after = settled();
        double busy = cpuAtRest();
        close(streams);
        System.out.printf("%d streams of /api/v1/events on one api pod%n", count);
        System.out.printf(
                "heap used: %.1f KB a stream%n", (after.heap() - before.heap()) / 1024.0 / count);
        System.out.printf(
                "resident:  %.1f KB a stream%n",
                (after.resident() - before.resident()) / 1024.0 / count);
        System.out.printf(
                "CPU at rest: %.2f %% of a core without, %.2f %% with them%n", idle, busy);
    }

    private record Memory(long heap, long resident) {}

    private Memory settled() throws Exception {
        Thread.sleep(3_000);
        for (int i = 0; i < 2; i++) {
            Pulse.jcmd(pid(), "GC.run");
        }
        String heap = Pulse.jcmd(pid(), "GC.heap_info");
        long used = 0;
        var found = USED.matcher(heap);
        while (found.find()) {
            used += Long.parseLong(found.group(1)) * 1024;
        }
        if (used == 0) {
            throw new IllegalStateException("jcmd says nothing of the heap: " + heap);
        }
        return new Memory(used, Pulse.memory(pid(), "VmRSS"));
    }

    private double cpuAtRest() throws Exception {
        Thread.sleep(5_000);
        var usage = Usage.begin("api", pid());
        Thread.sleep(REST_SECONDS * 1000L);
        return 100.0 * usage.spent().toMillis() / 1000 / REST_SECONDS;
    }

    private long pid() {
        return app.process().pid();
    }

    private List<Socket> open(int count) throws IOException {
        URI url = app.url();
        byte[] request =
                "GET /api/v1/events HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n\r\n"
                        .formatted(url.getAuthority())
                        .getBytes(StandardCharsets.US_ASCII);
        List<Socket> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket(url.getHost(), url.getPort());
            socket.getOutputStream().write(request);
            String head =
                    new String(socket.getInputStream().readNBytes(15), StandardCharsets.US_ASCII);
            if (!head.startsWith("HTTP/1.1 200")) {
                throw new IllegalStateException("stream %d was answered %s".formatted(i, head));
            }
            all.add(socket);
        }
        return all;
    }

    private static void close(List<Socket> streams) throws IOException {
        for (Socket socket : streams) {
            socket.close();
        }
    }
}
