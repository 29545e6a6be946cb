package io.imageservice.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.imageservice.app.App;
import io.imageservice.stack.Stack;
import io.imageservice.stack.StackOptions;
import io.imageservice.stack.Together;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Hostile clients beside good ones: how much less is done for the good ones meanwhile, and whether
/// temporary files, memory and connections return to where they were. No worker is beside the api:
/// on one machine drawing what the good ones upload takes more of it than any attack.
class HostileDrill {
    private static final int SECONDS = 10;

    private final StringBuilder table =
            new StringBuilder(
                    """
                    | attack | answers | requests of others a second, before / during / after | ratio | temporary files, before / after | live heap MB, before / after | files and sockets, before / after |
                    |---|---|---|---|---|---|---|
                    """);
    private final List<String> broken = Collections.synchronizedList(new ArrayList<>());
    private final Path temporary =
            Path.of(
                    System.getProperty("java.io.tmpdir"),
                    "hostile-" + ProcessHandle.current().pid());

    private interface Assault {
        void run(Attack attack, Map<String, Integer> answers) throws Exception;
    }

    @Test
    void othersAreServedMeanwhile() throws Exception {
        Files.createDirectories(temporary);
        var stack = Stack.start(StackOptions.forTests());
        Fleet.prepare(stack);
        var options =
                Fleet.options("")
                        .heap(384)
                        .with("IMAGES_LIMITS_UPLOADS_PER_ADDRESS", "32")
                        .with("IMAGES_UPLOAD_DIRECTORY", temporary.toString());
        try (var fleet = Fleet.of(stack, 1, 0, options)) {
            var api = fleet.of("api").getFirst();
            try (var others = new Others(api.url(), 4)) {
                others.rate(8);
                against(api, others, "2,000 slow connections", this::slow);
                against(api, others, "uploads cut at every stage", HostileDrill::cut);
                against(api, others, "the same, 8 at once", HostileDrill::cutTogether);
                against(api, others, "lying lengths", HostileDrill::lie);
                against(api, others, "endless chunked bodies, 4 at once", this::endless);
                against(
                        api,
                        others,
                        "10,000 parts",
                        (attack, answers) -> times(20, attack, Attack.parts(10_000), answers));
                against(api, others, "1 MB of headers", HostileDrill::headers);
                against(api, others, "request smuggling, 9 shapes", this::smuggle);
            }
        }
        assertEquals(List.of(), broken);
    }

    private void against(App api, Others others, String name, Assault assault) throws Exception {
        var files = files();
        var heap = Vitals.heapMegabytes(api);
        var vitals = Vitals.of(api);
        var before = others.rate(SECONDS);
        Map<String, Integer> answers = new ConcurrentHashMap<>();
        long served = others.served();
        long begin = System.nanoTime();
        do {
            assault.run(new Attack(api.url()), answers);
        } while (System.nanoTime() - begin < SECONDS * 1_000_000_000L);
        var during = (others.served() - served) / ((System.nanoTime() - begin) / 1e9);
        Thread.sleep(5_000);
        var after = others.rate(SECONDS);
        var row =
                "| %s | %s | %.0f / %.0f / %.0f | %.2f | %d / %d | %d / %d | %d / %d |%n"
                        .formatted(
                                name,
                                new TreeMap<>(answers),
                                before,
                                during,
                                after,
                                during / before,
                                files,
                                files(),
                                heap,
                                Vitals.heapMegabytes(api),
                                vitals.files(),
                                Vitals.of(api).files());
        System.out.print(row);
        table.append(row);
        Reliability.write("hostile clients", table.toString());
        if (during < before / 5) {
            broken.add(
                    "%s: others got %.0f requests a second instead of %.0f"
                            .formatted(name, during, before));
        }
        if (after < before / 2) {
            broken.add("%s: it did not recover".formatted(name));
        }
        if (files() > files + 20 || !api.process().alive()) {
            broken.add("%s: temporary files were left, or it died".formatted(name));
        }
    }

    /// Half of them stop in the head, half in the body; a byte now and then.
    private void slow(Attack attack, Map<String, Integer> answers) throws Exception {
        List<Socket> open = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            var socket = attack.connect();
            var sent =
                    i % 2 == 0
                            ? Attack.HEAD
                            : Attack.HEAD + "Content-Length: 1000000\r\n\r\n" + Attack.PART;
            socket.getOutputStream().write(Attack.bytes(sent));
            open.add(socket);
        }
        for (int second = 0; second < 20; second++) {
            for (var socket : open) {
                try {
                    socket.getOutputStream().write('x');
                } catch (java.io.IOException e) {
                    continue; // it was closed, as it should be
                }
            }
            Thread.sleep(1_000);
        }
        for (var socket : open) {
            answers.merge(ended(socket), 1, Integer::sum);
        }
    }

    private static String ended(Socket socket) throws java.io.IOException {
        try (socket) {
            socket.setSoTimeout(1);
            var first = socket.getInputStream().readNBytes(12);
            return first.length < 12
                    ? "closed"
                    : new String(first, 9, 3, java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (java.net.SocketTimeoutException e) {
            return "still open";
        } catch (java.io.IOException e) {
            return "reset";
        }
    }

    private static void cut(Attack attack, Map<String, Integer> answers) {
        for (int i = 0; i < 100; i++) {
            for (var begun : Attack.cuts()) {
                answers.merge(cut(attack, begun), 1, Integer::sum);
            }
        }
    }

    private static String cut(Attack attack, String begun) {
        try (var socket = attack.connect()) {
            socket.getOutputStream().write(Attack.bytes(begun));
            return "cut";
        } catch (java.io.IOException e) {
            return "turned away";
        }
    }

    private static void cutTogether(Attack attack, Map<String, Integer> answers) {
        Together.each(Collections.nCopies(8, attack), one -> cut(one, answers));
    }

    private static void lie(Attack attack, Map<String, Integer> answers) throws Exception {
        var body = Attack.PART + "x".repeat(500) + "\r\n--b--\r\n";
        for (var length :
                List.of("1000000", "10", "0", "-5", "99999999999999999999", "1e3", "0x10")) {
            times(
                    10,
                    attack,
                    Attack.bytes(Attack.HEAD + "Content-Length: " + length + "\r\n\r\n" + body),
                    answers);
        }
    }

    private void endless(Attack attack, Map<String, Integer> answers) throws Exception {
        var chunk = Attack.bytes("10000\r\n" + "x".repeat(65_536) + "\r\n");
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                threads.submit(() -> {
                    long sent = 0;
                    try (var socket = attack.connect()) {
                        socket.getOutputStream()
                                .write(
                                        Attack.bytes(
                                                Attack.HEAD
                                                        + "Transfer-Encoding: chunked\r\n\r\n4c\r\n"
                                                        + Attack.PART.substring(0, 76)
                                                        + "\r\n"));
                        while (sent < 2_000_000_000L) {
                            socket.getOutputStream().write(chunk);
                            sent += 65_536;
                        }
                        broken.add("2 GB of one body were taken");
                    } catch (java.io.IOException e) {
                        answers.merge(
                                "closed after %d MB".formatted(sent >> 26 << 6), 1, Integer::sum);
                    }
                    return null;
                });
            }
        }
    }

    private static void headers(Attack attack, Map<String, Integer> answers) throws Exception {
        times(
                10,
                attack,
                Attack.bytes(
                        "GET /api/v1/images HTTP/1.1\r\nHost: localhost\r\nX-A: "
                                + "x".repeat(1_000_000)
                                + "\r\n\r\n"),
                answers);
        times(
                10,
                attack,
                Attack.bytes(
                        "GET /api/v1/images HTTP/1.1\r\nHost: localhost\r\n"
                                + "X-A: 12345678\r\n".repeat(66_000)
                                + "\r\n"),
                answers);
    }

    private void smuggle(Attack attack, Map<String, Integer> answers) throws Exception {
        for (var shape : Attack.smuggling().entrySet()) {
            var answer = attack.exchange(Attack.bytes(shape.getValue()));
            answers.merge(answer, 1, Integer::sum);
            if (answer.contains(" ")) {
                broken.add("smuggled by %s: %s".formatted(shape.getKey(), answer));
            }
        }
    }

    private static void times(
            int times, Attack attack, byte[] request, Map<String, Integer> answers)
            throws Exception {
        for (int i = 0; i < times; i++) {
            answers.merge(attack.exchange(request), 1, Integer::sum);
        }
    }

    private long files() throws java.io.IOException {
        try (Stream<Path> all = Files.list(temporary)) {
            return all.count();
        }
    }
}
