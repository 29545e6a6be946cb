package io.imageservice.removal;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.asset.Lifecycle;
import io.imageservice.asset.TestImages;
import io.imageservice.cache.FailedDeletes;
import io.imageservice.image.Image;
import io.imageservice.image.ImageStatus;
import io.imageservice.image.StatusChange;
import io.imageservice.image.StoredObject;
import io.imageservice.messaging.JobLeases;
import io.imageservice.stack.StackResource;
import io.imageservice.storage.ObjectStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RemovalTest {
    @Inject TestImages images;
    @Inject ObjectStore store;
    @Inject ObjectRemover remover;
    @Inject Lifecycle lifecycle;
    @Inject FailedDeletes failed;
    @Inject RedisDataSource redis;
    @Inject Purge purge;
    @Inject JobLeases leases;

    @Test
    void whatIsDeletedIsGoneFromStorageAndVerifiedSo() {
        UUID id = images.ready("POST");
        List<StoredObject> objects = images.objects(id);

        given().delete("/api/v1/images/" + id).then().statusCode(202);

        await().atMost(Duration.ofSeconds(60)).until(() -> image(id).purgedAt != null);
        objects.forEach(object -> assertTrue(store.stat(object.key).isEmpty(), object.key));
    }

    @Test
    void whatStorageRefusesIsListedAndSweptAlsoWhenRedisWasEmptied() {
        UUID id = ended();
        var refused = new ObjectRemover(new RefusingStore(store), lifecycle);
        new Removals(refused, failed, lifecycle, leases).quickly(id);
        assertTrue(redis.set(String.class).sismember("failed_deletes", id.toString()));
        given().get("/api/v1/admin/deletions")
                .then()
                .statusCode(200)
                .body("failed.count", greaterThanOrEqualTo(1))
                .body("pending.count", greaterThanOrEqualTo(1));
        redis.flushall();

        given().post("/api/v1/admin/sweeps/failed_deletes")
                .then()
                .statusCode(200)
                .body("ran", equalTo(true));

        assertNotNull(image(id).purgedAt);
        assertEquals(
                0, images.count("select count(*) from removal_failures where image_id = ?1", id));
    }

    @Test
    void theSweeperTakesADoneEntryOffTheList() {
        UUID id = ended();
        failed.add(id);
        redis.set(String.class).sadd("failed_deletes", "nonsense");

        given().post("/api/v1/admin/sweeps/failed-deletes").then().statusCode(200);

        assertTrue(!redis.set(String.class).sismember("failed_deletes", id.toString()));
        assertTrue(!redis.set(String.class).sismember("failed_deletes", "nonsense"));
    }

    @Test
    void removalWaitsForAWorkersLease() {
        UUID id = ended();
        images.sql(
                "update images set lease_owner = 'w', lease_until = now() + interval '1 hour'"
                        + " where image_id = ?1",
                id);

        assertEquals(ObjectRemover.Outcome.WAITS, remover.remove(id));
        images.sql("update images set lease_until = now() where image_id = ?1", id);
        assertEquals(ObjectRemover.Outcome.GONE, remover.remove(id));
    }

    @Test
    void aLivingImageIsNeverRemoved() {
        UUID id = images.ready("POST");

        assertEquals(ObjectRemover.Outcome.NOTHING, remover.remove(id));

        assertTrue(store.stat(image(id).path).isPresent());
    }

    @Test
    void rowAndHistoryArePurgedOnlyWhenStorageIsStillEmpty() {
        UUID clean = ended();
        UUID dirty = ended();
        remover.remove(clean);
        remover.remove(dirty);
        String late = image(dirty).path;
        store.put(late, new byte[] {1}, new ObjectStore.Attributes("image/webp", Map.of()));
        images.sql(
                "update images set purged_at = now() - interval '8 days' where image_id in (?1, ?2)",
                clean,
                dirty);

        given().post("/api/v1/admin/sweeps/clean-up").then().statusCode(200);

        assertNull(image(clean));
        assertEquals(
                List.of(), QuarkusTransaction.requiringNew().call(() -> StatusChange.of(clean)));
        assertNotNull(image(dirty));
        assertTrue(store.stat(late).isEmpty());
    }

    @Test
    void oldFailedImagesEndAndYoungOnesStay() {
        UUID old = images.failed("POST");
        UUID young = images.failed("POST");
        images.sql(
                "update images set updated_at = now() - interval '25 hours' where image_id = ?1",
                old);

        given().post("/api/v1/admin/sweeps/failed-images").then().statusCode(200);

        assertEquals(ImageStatus.DELETED, images.status(old));
        assertEquals(ImageStatus.FAILED, images.status(young));
    }

    @Test
    void oldTempImagesEndUnlessQueuedOrRunning() {
        UUID stale = images.temp("POST", null);
        UUID queued = images.temp("POST", null);
        UUID running = images.temp("POST", null);
        images.sql(
                "insert into outbox (event_id, topic, key, type, payload, created_at, sent_at)"
                        + " values (gen_random_uuid(), 'image.tasks', ?1, 'T', '{}', now(), now())",
                queued.toString());
        images.sql(
                "update images set lease_until = now() + interval '1 hour' where image_id = ?1",
                running);
        for (UUID id : List.of(stale, queued, running)) {
            images.sql(
                    "update images set updated_at = now() - interval '25 hours' where image_id = ?1",
                    id);
        }

        given().post("/api/v1/admin/sweeps/stale-temp").then().statusCode(200);

        assertEquals(ImageStatus.DELETED, images.status(stale));
        assertEquals(ImageStatus.TEMP, images.status(queued));
        assertEquals(ImageStatus.TEMP, images.status(running));
    }

    @Test
    void theReconcilerReportsBothDirectionsAndTouchesNothingByItself() {
        UUID orphan = UUID.randomUUID();
        String key = "POST/2020/01/01/" + orphan + ".webp";
        store.put(key, new byte[] {1}, new ObjectStore.Attributes("image/webp", Map.of()));
        UUID bare = images.ready("POST");
        String missing = image(bare).path;
        store.remove(missing);
        images.sql(
                "update images set updated_at = now() - interval '25 hours' where image_id = ?1",
                bare);

        Map<String, Long> counts = reconciler(Duration.ZERO, false).run();

        assertTrue(counts.get("orphans") >= 1, counts.toString());
        assertTrue(counts.get("missing") >= 1, counts.toString());
        assertEquals(0, counts.get("removed"));
        assertTrue(store.stat(key).isPresent());
    }

    @Test
    void theReconcilerRemovesOrphansWhenSwitchedOnButNothingYoung() {
        String orphan = "POST/2020/01/01/" + UUID.randomUUID() + "/100x100.webp";
        String original = "originals/2020/01/01/" + UUID.randomUUID();
        String foreign = "backups/" + UUID.randomUUID() + ".tar";
        for (String key : List.of(orphan, original, foreign)) {
            store.put(key, new byte[] {1}, new ObjectStore.Attributes("image/webp", Map.of()));
        }
        UUID living = images.ready("POST");

        Map<String, Long> guarded = reconciler(Duration.ofHours(24), true).run();
        assertEquals(0, guarded.get("orphans"));
        assertTrue(store.stat(orphan).isPresent(), "what is young is left alone");

        Map<String, Long> counts = reconciler(Duration.ZERO, true).run();
        assertTrue(counts.get("removed") >= 2, counts.toString());
        assertTrue(store.stat(orphan).isEmpty());
        assertTrue(store.stat(original).isEmpty());
        assertTrue(store.stat(foreign).isPresent(), "what is not ours is never touched");
        images.objects(living)
                .forEach(object -> assertTrue(store.stat(object.key).isPresent(), object.key));
        assertEquals(0, reconciler(Duration.ZERO, true).run().get("orphans"));
    }

    @Test
    void theReconcilerLeavesARowWhoseObjectIsMissingAndSaysSo() {
        UUID bare = images.ready("POST");
        store.remove(image(bare).path);
        images.sql(
                "update images set updated_at = now() - interval '25 hours' where image_id = ?1",
                bare);

        Map<String, Long> counts = reconciler(Duration.ofHours(24), true).run();

        assertEquals(ImageStatus.READY, images.status(bare));
        images.sql("update images set updated_at = now() where image_id = ?1", bare);
        long without = reconciler(Duration.ofHours(24), true).run().get("missing");
        assertEquals(without + 1, counts.get("missing"), "what is young is not judged");
    }

    @Inject StoredKeys keys;

    private Reconciler reconciler(Duration age, boolean removes) {
        SweepConfig config = new YoungerThan(age, removes);
        return new Reconciler(store, keys, config, java.time.Clock.systemUTC());
    }

    @Test
    void refusesAJobThereIsNot() {
        given().post("/api/v1/admin/sweeps/none")
                .then()
                .statusCode(404)
                .body("code", equalTo("ROUTE_NOT_FOUND"));
    }

    /// DELETED, its objects in storage, and no task on its way.
    private UUID ended() {
        UUID id = images.ready("POST");
        images.sql(
                "update images set status = 'DELETED', deleted_at = now() where image_id = ?1", id);
        return id;
    }

    private static Image image(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Image.<Image>findById(id));
    }
}
