package io.imageservice.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.imageservice.app.Client;
import io.imageservice.app.Photographs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Brings products and images into a state a scenario begins with, and waits until they are.
record Shelf(Fleet fleet, Client client) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static Shelf of(Fleet fleet) {
        return new Shelf(fleet, new Client(fleet.of("api").getFirst().url()));
    }

    /// A product with so many images, all confirmed.
    UUID product(int images) {
        var product = UUID.randomUUID();
        try (var products = new ProductService(fleet.stack().kafka().bootstrapServers())) {
            products.created(product.toString());
        }
        await().atMost(PATIENCE).until(() -> links(product).status() == 200);
        for (int i = 0; i < images; i++) {
            upload("/api/v1/products/" + product + "/images", Map.of());
        }
        await().atMost(PATIENCE).until(() -> images(product).size() == images);
        return product;
    }

    Client.Answer links(UUID product) {
        return client.get("/api/v1/products/" + product + "/images");
    }

    /// The ids in the answer with a product's links.
    List<String> images(UUID product) {
        return links(product).json().findValuesAsText("imageId");
    }

    /// An uploaded image that is READY.
    String ready(String category) {
        var id = upload("/api/v1/images", Map.of("category", category));
        await().atMost(PATIENCE).until(() -> client.status(id).equals("READY"));
        return id;
    }

    void delete(String id) {
        var answer = client.send("DELETE", "/api/v1/images/" + id, "");
        assertEquals(202, answer.status(), answer.body());
    }

    private String upload(String path, Map<String, String> fields) {
        var answer = client.upload(path, List.of(Photographs.drawn(64, 48, 0.8f, 1)), fields);
        assertEquals(202, answer.status(), answer.body());
        return answer.ids().getFirst();
    }
}
