package io.imageservice.faults;

import io.imageservice.app.Client;
import io.imageservice.app.Photographs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Clients that upload, confirm, reorder and delete at random, and a Product service that creates
/// and deletes products, all on the same few references. Each draws from its own seed.
final class Traffic implements AutoCloseable {
    private static final List<String> CATEGORIES = List.of("POST", "PROFILE", "PRODUCT", "BANNER");
    private static final List<byte[]> PICTURES =
            IntStream.range(0, 16).mapToObj(i -> Photographs.drawn(160, 120, 0.8f, i)).toList();

    private final Fleet fleet;
    private final Deeds deeds;
    private final ProductService products;
    private final Duration pause;
    private final List<String> references =
            Stream.generate(() -> UUID.randomUUID().toString()).limit(6).toList();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean running = true;

    /// @param pause of each client between two steps
    Traffic(Fleet fleet, int clients, long seed, Duration pause) {
        this(fleet, clients, seed, pause, new Deeds());
    }

    /// @param deeds to be added to
    Traffic(Fleet fleet, int clients, long seed, Duration pause, Deeds deeds) {
        this.fleet = fleet;
        this.deeds = deeds;
        this.pause = pause;
        this.products = new ProductService(fleet.stack().kafka().bootstrapServers());
        for (int client = 0; client < clients; client++) {
            var random = new Random(seed + client);
            threads.submit(() -> play(random));
        }
    }

    Deeds deeds() {
        return deeds;
    }

    /// Returns when the last client has its last answer.
    @Override
    public void close() throws InterruptedException {
        running = false;
        threads.shutdown();
        if (!threads.awaitTermination(3, java.util.concurrent.TimeUnit.MINUTES)) {
            throw new AssertionError("a client hangs");
        }
        products.close();
    }

    private Void play(Random random) throws InterruptedException {
        List<String> mine = new ArrayList<>();
        while (running) {
            step(random, mine);
            Thread.sleep(pause.toMillis() / 2 + random.nextInt((int) pause.toMillis() + 1));
        }
        return null;
    }

    private void step(Random random, List<String> mine) {
        var client = fleet.client(random);
        var category = pick(CATEGORIES, random);
        var reference = pick(references, random);
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 ->
                    upload(client, category, random.nextBoolean() ? reference : "", mine, random);
            case 4 -> uploadToProduct(client, reference, random);
            case 5, 6 -> confirm(client, reference, some(mine, random));
            case 7 -> put(client, category, reference, some(mine, random));
            case 8 -> reorder(client, category, reference, random);
            case 9 -> delete(client, mine, random);
            default -> product(reference, random.nextInt(6) == 0);
        }
    }

    private void product(String id, boolean ends) {
        if (ends) {
            products.deleted(id);
        } else {
            products.created(id);
        }
    }

    private void upload(
            Client client, String category, String reference, List<String> mine, Random random) {
        var fields =
                reference.isEmpty()
                        ? Map.of("category", category)
                        : Map.of("category", category, "referenceId", reference);
        var answer = client.upload("/api/v1/images", List.of(pick(PICTURES, random)), fields);
        if (deeds.answered("upload", answer)) {
            mine.addAll(answer.ids());
            deeds.uploaded.addAll(answer.ids());
        }
    }

    private void uploadToProduct(Client client, String product, Random random) {
        var answer =
                client.upload(
                        "/api/v1/products/" + product + "/images",
                        List.of(pick(PICTURES, random)),
                        Map.of());
        if (deeds.answered("upload", answer)) {
            deeds.uploaded.addAll(answer.ids());
        }
    }

    private void confirm(Client client, String reference, List<String> ids) {
        var body = "{\"referenceId\":\"%s\",\"imageIds\":%s}".formatted(reference, list(ids));
        if (deeds.answered("confirm", client.send("POST", "/api/v1/images/confirm", body))) {
            deeds.confirmed(ids);
        }
    }

    private void put(Client client, String category, String reference, List<String> ids) {
        var path = "/api/v1/references/%s/%s/images".formatted(category, reference);
        if (deeds.answered(
                "reorder", client.send("PUT", path, "{\"imageIds\":%s}".formatted(list(ids))))) {
            deeds.confirmed(ids);
        }
    }

    private void reorder(Client client, String category, String reference, Random random) {
        var set = client.get("/api/v1/references/%s/%s/images".formatted(category, reference));
        if (deeds.answered("read", set)) {
            List<String> ids = new ArrayList<>();
            set.json().path("images").forEach(image -> ids.add(image.path("imageId").asText()));
            Collections.shuffle(ids, random);
            put(client, category, reference, ids);
        }
    }

    private void delete(Client client, List<String> mine, Random random) {
        if (!mine.isEmpty()) {
            var id = pick(mine, random);
            if (deeds.answered("delete", client.send("DELETE", "/api/v1/images/" + id, ""))) {
                deeds.deleted.add(id);
            }
        }
    }

    private static String list(List<String> ids) {
        return ids.stream().map(id -> '"' + id + '"').collect(Collectors.joining(",", "[", "]"));
    }

    private static List<String> some(List<String> mine, Random random) {
        var recent = new ArrayList<>(mine.subList(Math.max(0, mine.size() - 12), mine.size()));
        Collections.shuffle(recent, random);
        return recent.subList(0, Math.min(recent.size(), random.nextInt(4)));
    }

    private static <T> T pick(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
