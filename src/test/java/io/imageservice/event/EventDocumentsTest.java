package io.imageservice.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imageservice.reference.ReferenceTypes;
import io.imageservice.stack.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// Code, golden messages, schemas and AsyncAPI document say the same.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class EventDocumentsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/events");
    private static final Path DOCS = Path.of("docs");
    private static final UUID EVENT = UUID.fromString("0198c1de-0000-4000-8000-000000000001");
    private static final UUID FIRST = UUID.fromString("0198c1de-0000-7000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("0198c1de-0000-7000-8000-000000000002");
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.123456Z");

    @Inject ObjectMapper json;
    @Inject ReferenceTypes types;

    @Test
    void theCodeWritesTheGoldenMessages() throws IOException {
        for (var message : messages().entrySet()) {
            JsonNode golden = json.readTree(GOLDEN.resolve(message.getKey() + ".json").toFile());
            String written = json.writeValueAsString(message.getValue());
            assertEquals(golden, json.readTree(written), message.getKey());
        }
    }

    @Test
    void everyGoldenMessageKeepsToItsSchemaAndTheSchemaKnowsEveryMember() throws IOException {
        for (String name : messages().keySet()) {
            String schema = name.equals("image-created") ? "image-status-changed" : name;
            Schema.check(
                    json.readTree(DOCS.resolve("schemas").resolve(schema + ".json").toFile()),
                    json.readTree(GOLDEN.resolve(name + ".json").toFile()),
                    name);
        }
    }

    @Test
    void theDocumentNamesEveryTopicAndEveryEvent() throws IOException {
        Map<String, Object> document =
                new Yaml().load(Files.readString(DOCS.resolve("asyncapi.yaml")));
        TreeSet<String> topics =
                new TreeSet<>(
                        List.of(
                                Topics.PRODUCT_CREATED,
                                Topics.PRODUCT_DELETED,
                                Topics.TASKS,
                                Topics.DELETIONS,
                                Topics.TASKS_DLQ,
                                Topics.PRODUCT_EVENTS_DLQ,
                                Topics.LIFECYCLE));
        for (String code :
                List.of(
                        "PRODUCT",
                        "POST",
                        "BANNER",
                        "CATEGORY",
                        "PROFILE",
                        "USER_BACKGROUND",
                        "GENERAL")) {
            topics.add(Topics.changed(code));
            assertTrue(types.find(code).isPresent(), code);
        }

        assertEquals(topics, new TreeSet<>(at(document, "channels").keySet()));
        TreeSet<String> told = new TreeSet<>();
        at(at(document, "components"), "messages")
                .values()
                .forEach(message -> told.add((String) ((Map<?, ?>) message).get("name")));
        TreeSet<String> known = new TreeSet<>(List.of("PRODUCT_EVENT", "DEAD_LETTER"));
        messages().values().forEach(message -> known.add(message.eventType()));
        assertEquals(known, told);
    }

    @Test
    void thePageShowsTheGoldenMessagesToPaste() throws IOException {
        String page = Files.readString(DOCS.resolve("events.md"));
        for (String name : messages().keySet()) {
            if (!name.equals("image-created")) {
                String golden = Files.readString(GOLDEN.resolve(name + ".json")).strip();
                assertTrue(page.contains(golden), name);
            }
        }
    }

    private static Map<String, Envelope<?>> messages() {
        String profile = url("PROFILE", FIRST);
        var set =
                List.of(
                        new ImageEvent.Member(FIRST, url("POST", FIRST), "post-7", 0),
                        new ImageEvent.Member(SECOND, url("POST", SECOND), "post-7", 1));
        Map<String, Envelope<?>> all = new TreeMap<>();
        all.put("image-changed", of(3L, new ImageEvent.ImageChanged("user-7", FIRST, profile)));
        all.put("images-changed", of(4L, new ImageEvent.ImagesChanged("post-7", set)));
        all.put("images-deleted", of(5L, new ImageEvent.ImagesDeleted("post-7")));
        all.put(
                "image-status-changed",
                of(
                        3L,
                        new ImageEvent.StatusChanged(
                                FIRST,
                                "POST",
                                "post-7",
                                "READY",
                                "CONFIRMED",
                                "confirmed by request")));
        all.put(
                "image-created",
                of(
                        1L,
                        new ImageEvent.StatusChanged(
                                FIRST, "POST", null, null, "TEMP", "uploaded")));
        all.put("render-image", of(null, new ImageEvent.RenderTask(FIRST)));
        all.put("remove-image", of(null, new ImageEvent.RemovalTask(FIRST)));
        return all;
    }

    private static Envelope<?> of(@Nullable Long sequence, ImageEvent payload) {
        return new Envelope<>(EVENT, payload.type(), AT, sequence, payload);
    }

    private static String url(String category, UUID id) {
        return "https://images.example/images/" + category + "/2026/01/02/" + id + ".webp";
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Map<String, Object> node, String name) {
        return (Map<String, Object>) node.get(name);
    }
}
