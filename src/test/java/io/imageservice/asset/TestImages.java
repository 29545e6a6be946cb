package io.imageservice.asset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imageservice.image.Cause;
import io.imageservice.image.Image;
import io.imageservice.image.ImageStatus;
import io.imageservice.image.StorageKey;
import io.imageservice.image.StoredObject;
import io.imageservice.storage.ObjectStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Images in any state without rendering them, and what was left for Kafka about them.
@ApplicationScoped
public class TestImages {
    private static final Cause CAUSE = new Cause("test", "made by a test", "");
    private static final byte[] BYTES = {1, 2, 3};

    private final Lifecycle lifecycle;
    private final ObjectStore store;
    private final EntityManager entities;
    private final ObjectMapper json;

    TestImages(Lifecycle lifecycle, ObjectStore store, EntityManager entities, ObjectMapper json) {
        this.lifecycle = lifecycle;
        this.store = store;
        this.entities = entities;
        this.json = json;
    }

    public UUID temp(String category, @Nullable String referenceId) {
        return inTransaction(category, referenceId);
    }

    public UUID ready(String category) {
        return ready(category, null);
    }

    public UUID ready(String category, @Nullable String referenceId) {
        UUID id = inTransaction(category, referenceId, ImageStatus.READY);
        objects(id)
                .forEach(o ->
                        store.put(
                                o.key, BYTES, new ObjectStore.Attributes("image/webp", Map.of())));
        return id;
    }

    public UUID failed(String category) {
        return inTransaction(category, null, ImageStatus.FAILED);
    }

    public List<UUID> ready(String category, int count) {
        return Stream.generate(() -> ready(category)).limit(count).toList();
    }

    public ImageStatus status(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Image.<Image>findById(id).status());
    }

    public List<StoredObject> objects(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> StoredObject.of(id));
    }

    /// The events left under a key, oldest first.
    @SuppressWarnings("unchecked")
    public List<JsonNode> events(String topic, String key) {
        List<String> rows =
                QuarkusTransaction.requiringNew()
                        .call(() ->
                                entities.createNativeQuery(
                                                "select payload from outbox where topic = ?1"
                                                        + " and key = ?2 order by id",
                                                String.class)
                                        .setParameter(1, topic)
                                        .setParameter(2, key)
                                        .getResultList());
        return rows.stream().map(this::parse).toList();
    }

    public void sql(String statement, Object... arguments) {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    var query = entities.createNativeQuery(statement);
                    for (int i = 0; i < arguments.length; i++) {
                        query.setParameter(i + 1, arguments[i]);
                    }
                    query.executeUpdate();
                });
    }

    public long count(String query, Object... arguments) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    var asked = entities.createNativeQuery(query);
                    for (int i = 0; i < arguments.length; i++) {
                        asked.setParameter(i + 1, arguments[i]);
                    }
                    return ((Number) asked.getSingleResult()).longValue();
                });
    }

    private UUID inTransaction(
            String category, @Nullable String referenceId, ImageStatus... further) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    Image image = row(category, referenceId);
                    lifecycle.begin(image, CAUSE, lifecycle.now());
                    for (ImageStatus next : further) {
                        lifecycle.become(image, next, CAUSE);
                        record(image);
                    }
                    return image.id;
                });
    }

    private Image row(String category, @Nullable String referenceId) {
        OffsetDateTime now = lifecycle.now();
        Image image = new Image();
        image.id = UUID.randomUUID();
        image.category = category;
        image.referenceId = referenceId;
        image.path = StorageKey.main(category, image.id, now);
        image.owner = "test";
        image.fileName = "a.png";
        image.format = "PNG";
        image.bytes = BYTES.length;
        image.sha256 = "00";
        return image;
    }

    private static void record(Image image) {
        object(image, StoredObject.ORIGINAL, StorageKey.original(image.id, image.createdAt));
        object(image, StoredObject.MAIN, image.path);
        object(image, "100x100", StorageKey.rendition(image.path, "100x100", "webp"));
    }

    private static void object(Image image, String rendition, String key) {
        StoredObject object = new StoredObject();
        object.imageId = image.id;
        object.rendition = rendition;
        object.key = key;
        object.bytes = BYTES.length;
        object.format = "WEBP";
        object.persist();
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
