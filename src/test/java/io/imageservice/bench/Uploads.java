package io.imageservice.bench;

import io.imageservice.app.Client;
import io.imageservice.stack.Servers;
import io.imageservice.stack.Stack;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A crowd that uploads, and what it saw.
final class Uploads {
    private final Map<String, Instant> sent = new ConcurrentHashMap<>();
    private final List<Double> acknowledged =
            java.util.Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger refused = new AtomicInteger();
    private final Instant begin = Instant.now();

    /// Returns when the last upload was answered.
    static Uploads run(Client client, List<byte[]> photos, UploadOptions options) {
        var uploads = new Uploads();
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(options.concurrency())) {
            for (int i = 0; i < options.concurrency(); i++) {
                threads.submit(() -> {
                    for (int n = next.getAndIncrement();
                            n < options.images();
                            n = next.getAndIncrement()) {
                        var due = uploads.due(n, options.rate());
                        uploads.one(client, photos.get(n % photos.size()), due);
                    }
                    return null;
                });
            }
        }
        return uploads;
    }

    /// Waits until it is this upload's turn. A late turn counts as waiting, so that a slow server
    /// is not asked less.
    private Instant due(int upload, int rate) throws InterruptedException {
        if (rate == 0) {
            return Instant.now();
        }
        var due = begin.plusMillis(1000L * upload / rate);
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), due).toMillis()));
        return due;
    }

    private void one(Client client, byte[] photo, Instant start) {
        var answer = client.upload(List.of(photo));
        if (answer.accepted()) {
            acknowledged.add(seconds(start, Instant.now()) * 1000);
            sent.put(answer.ids().getFirst(), start);
        } else {
            refused.incrementAndGet();
        }
    }

    /// When each image became READY, once all are or the patience is over.
    Map<String, Instant> awaitReady(Stack stack, Duration patience) throws Exception {
        var end = Instant.now().plus(patience);
        var ready = readyAt(stack);
        while (ready.size() < sent.size() && Instant.now().isBefore(end)) {
            Thread.sleep(500);
            ready = readyAt(stack);
        }
        return ready;
    }

    List<Double> acknowledgedMillis() {
        return acknowledged;
    }

    List<Double> uploadToReadySeconds(Map<String, Instant> ready) {
        return ready.entrySet().stream()
                .map(e -> seconds(sent.get(e.getKey()), e.getValue()))
                .toList();
    }

    Instant begin() {
        return begin;
    }

    int accepted() {
        return sent.size();
    }

    int refused() {
        return refused.get();
    }

    static double seconds(@org.jspecify.annotations.Nullable Instant from, Instant to) {
        return from == null ? Double.NaN : Duration.between(from, to).toNanos() / 1e9;
    }

    private Map<String, Instant> readyAt(Stack stack) throws SQLException {
        var query =
                "SELECT image_id::text, updated_at FROM status_history WHERE new_status = 'READY'";
        var ready = new HashMap<String, Instant>();
        try (var database = Servers.database(stack);
                var rows = database.createStatement().executeQuery(query)) {
            while (rows.next()) {
                if (sent.containsKey(rows.getString(1))) {
                    ready.put(rows.getString(1), rows.getTimestamp(2).toInstant());
                }
            }
        }
        return ready;
    }
}
