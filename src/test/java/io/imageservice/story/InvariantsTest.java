package io.imageservice.story;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imageservice.asset.TestImages;
import io.imageservice.event.Topics;
import io.imageservice.image.Image;
import io.imageservice.image.ImageSequence;
import io.imageservice.image.ImageStatus;
import io.imageservice.image.SetSnapshot;
import io.imageservice.image.StatusChange;
import io.imageservice.product.ProductEvents;
import io.imageservice.stack.StackResource;
import io.imageservice.storage.ObjectStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Random sequences of upload, confirm, reorder, delete and product events, from several clients at
/// once; then the invariants of the architecture, read from the database, from Kafka as a consumer
/// sees it, and from storage. The seed is printed; `-Dinvariants.seed=` repeats it.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class InvariantsTest {
    private static final int CLIENTS = 4;
    private static final int STEPS = 40;
    private static final List<String> CATEGORIES = List.of("POST", "PROFILE", "PRODUCT");

    @Inject TestImages images;
    @Inject ProductEvents products;
    @Inject ObjectStore store;
    @Inject ObjectMapper json;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    private final Queue<UUID> all = new ConcurrentLinkedQueue<>();
    private final List<String> references =
            List.of(id(), id(), id()); // also products, so that product events meet confirms

    @Test
    void holdWhateverClientsAndProductsDoAtOnce() throws Exception {
        long seed = Long.getLong("invariants.seed", System.nanoTime());
        System.out.println("invariants.seed=" + seed);
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int client = 0; client < CLIENTS; client++) {
                Random random = new Random(seed + client);
                clients.submit(() -> play(random));
            }
        }
        settle();

        for (UUID image : all) {
            historyIsCompleteAndLegal(image);
        }
        for (String category : CATEGORIES) {
            KeyedEvents events = KeyedEvents.readAll(servers, Topics.changed(category), json);
            for (String reference : references) {
                setIsWhole(category, reference);
                eventsTellTheSet(category, reference, events.of(reference));
            }
        }
        KeyedEvents lifecycle = KeyedEvents.readAll(servers, Topics.LIFECYCLE, json);
        for (UUID image : all) {
            eventsTellTheImage(image, lifecycle.of(image.toString()));
        }
        nothingOfWhatEndedIsInStorage();
    }

    private void play(Random random) {
        List<UUID> mine = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            String category = CATEGORIES.get(random.nextInt(CATEGORIES.size()));
            String reference = references.get(random.nextInt(references.size()));
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> mine.add(made(category, random.nextBoolean() ? reference : null));
                case 3, 4, 5 -> confirm(reference, some(mine, random));
                case 6 -> put(category, reference, some(mine, random));
                case 7 -> pick(mine, random).forEach(i -> given().delete("/api/v1/images/" + i));
                case 8 -> products.send(Topics.PRODUCT_CREATED, reference);
                default ->
                        products.send(
                                random.nextInt(4) == 0
                                        ? Topics.PRODUCT_DELETED
                                        : Topics.PRODUCT_CREATED,
                                "{\"productId\":\"" + reference + "\"}");
            }
        }
    }

    private UUID made(String category, @Nullable String reference) {
        UUID image = images.ready(category, reference);
        all.add(image);
        return image;
    }

    private static List<UUID> some(List<UUID> mine, Random random) {
        List<UUID> shuffled = new ArrayList<>(mine);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(shuffled.size(), random.nextInt(4)));
    }

    private static List<UUID> pick(List<UUID> mine, Random random) {
        return mine.isEmpty() ? List.of() : List.of(mine.get(random.nextInt(mine.size())));
    }

    private static void confirm(String reference, List<UUID> ids) {
        given().contentType("application/json")
                .body(Map.of("referenceId", reference, "imageIds", ids))
                .post("/api/v1/images/confirm");
    }

    private static void put(String category, String reference, List<UUID> ids) {
        given().contentType("application/json")
                .body(Map.of("imageIds", ids))
                .put("/api/v1/references/" + category + "/" + reference + "/images");
    }

    private void settle() {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(() ->
                        images.count("select count(*) from outbox where sent_at is null") == 0);
        given().post("/api/v1/admin/sweeps/failed-deletes").then().statusCode(200);
        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        all.stream()
                                .noneMatch(id ->
                                        image(id).status() == ImageStatus.DELETED
                                                && image(id).purgedAt == null));
    }

    private static void historyIsCompleteAndLegal(UUID id) {
        List<StatusChange> history =
                QuarkusTransaction.requiringNew().call(() -> StatusChange.of(id));
        assertNull(history.getFirst().oldStatus);
        assertEquals(ImageStatus.TEMP, history.getFirst().newStatus);
        for (int i = 1; i < history.size(); i++) {
            StatusChange change = history.get(i);
            assertEquals(i + 1, change.sequence);
            assertEquals(history.get(i - 1).newStatus, change.oldStatus);
            assertTrue(history.get(i - 1).newStatus.next().contains(change.newStatus));
        }
        assertEquals(image(id).status(), history.getLast().newStatus);
    }

    private void setIsWhole(String category, String reference) {
        List<ImageSequence> members =
                QuarkusTransaction.requiringNew()
                        .call(() -> ImageSequence.members(category, reference));
        int most = category.equals("PROFILE") ? 1 : category.equals("PRODUCT") ? 10 : 20;
        assertTrue(members.size() <= most, category + " holds " + members.size());
        for (int i = 0; i < members.size(); i++) {
            assertEquals(i, members.get(i).seqNumber);
            Image image = image(members.get(i).imageId);
            assertEquals(ImageStatus.CONFIRMED, image.status());
            assertEquals(reference, image.referenceId);
        }
        long confirmed =
                all.stream()
                        .map(InvariantsTest::image)
                        .filter(image -> image.status() == ImageStatus.CONFIRMED)
                        .filter(image -> image.category.equals(category))
                        .filter(image -> reference.equals(image.referenceId))
                        .count();
        assertEquals(confirmed, members.size());
    }

    private static void eventsTellTheSet(String category, String reference, List<JsonNode> events) {
        SetSnapshot set =
                QuarkusTransaction.requiringNew().call(() -> SetSnapshot.of(category, reference));
        assertEquals(set.revision(), events.size(), category + " " + reference);
        for (int i = 0; i < events.size(); i++) {
            assertEquals(i + 1, events.get(i).get("sequence").asLong());
        }
        if (events.isEmpty()) {
            return;
        }
        JsonNode payload = events.getLast().get("payload");
        List<String> told = new ArrayList<>();
        if (payload.has("images")) {
            payload.get("images").forEach(member -> told.add(member.get("imageId").asText()));
        } else {
            told.add(payload.get("imageId").asText());
        }
        assertEquals(set.images().stream().map(UUID::toString).toList(), told);
    }

    private static void eventsTellTheImage(UUID id, List<JsonNode> events) {
        Image image = image(id);
        assertEquals(image.changes, events.size());
        for (int i = 0; i < events.size(); i++) {
            assertEquals(i + 1, events.get(i).get("sequence").asLong());
        }
        assertEquals(image.status().name(), events.getLast().at("/payload/newStatus").asText());
    }

    private void nothingOfWhatEndedIsInStorage() {
        for (UUID id : all) {
            Image image = image(id);
            boolean there = store.stat(image.path).isPresent();
            assertEquals(image.status() != ImageStatus.DELETED, there, id + " " + image.status());
        }
    }

    private static Image image(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Image.<Image>findById(id));
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
