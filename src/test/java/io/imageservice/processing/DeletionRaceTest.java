package io.imageservice.processing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.asset.Lifecycle;
import io.imageservice.asset.Retirement;
import io.imageservice.engine.ImageFormat;
import io.imageservice.image.Cause;
import io.imageservice.image.Image;
import io.imageservice.image.ImageStatus;
import io.imageservice.image.StorageKey;
import io.imageservice.image.StoredObject;
import io.imageservice.stack.StackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// What the lease is for: whoever is overtaken does no harm.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class DeletionRaceTest {
    private static final Cause TEST = new Cause("test", "test", "");

    @Inject Leases leases;
    @Inject LeaseRenewal renewal;
    @Inject Verdicts verdicts;
    @Inject Lifecycle lifecycle;
    @Inject Retirement retirement;
    @Inject Watchdog watchdog;

    @Test
    void whatWasStoredForAnImageDeletedMeanwhileIsQueuedForRemoval() {
        UUID id = anImage();
        Job job = taken(id);
        QuarkusTransaction.requiringNew()
                .run(() -> retirement.retire(Image.locked(id).orElseThrow(), TEST));
        long tasks = removalTasks(id);

        Verdicts.End end = verdicts.ready(job, finished(job), "test:" + UUID.randomUUID());

        assertEquals(Verdicts.End.ABANDONED, end);
        assertEquals(ImageStatus.DELETED, status(id));
        assertEquals(tasks + 1, removalTasks(id));
        assertEquals(1, QuarkusTransaction.requiringNew().call(() -> StoredObject.of(id)).size());
    }

    @Test
    void aWorkerThatLostItsLeaseChangesNothing() {
        UUID id = anImage();
        Job first = taken(id);
        expire(id);
        Job second = taken(id);

        assertEquals(
                Verdicts.End.ABANDONED,
                verdicts.ready(first, finished(first), "test:" + UUID.randomUUID()));
        assertEquals(ImageStatus.TEMP, status(id));

        assertEquals(
                Verdicts.End.DONE,
                verdicts.ready(second, finished(second), "test:" + UUID.randomUUID()));
        assertEquals(ImageStatus.READY, status(id));
    }

    @Test
    void anImageSomebodyIsAtIsHeld() {
        UUID id = anImage();
        taken(id);

        assertInstanceOf(Taking.Held.class, leases.take(id));
    }

    @Test
    void handingBackForgetsTheAttempt() {
        UUID id = anImage();
        Job job = taken(id);
        assertEquals(1, leases.start(job).orElseThrow());

        leases.handBack(job, true);

        assertEquals(0, taken(id).attempts());
    }

    @Test
    void theWatchdogQueuesAgainOnlyWhatWasBegun() {
        UUID waiting = anImage();
        UUID begun = anImage();
        leases.letGo(taken(begun));
        expire(begun);

        assertTrue(watchdog.run().get("queued") >= 1);

        assertEquals(1, renderTasks(begun));
        assertEquals(0, renderTasks(waiting));
        assertEquals(0, watchdog.run().get("queued"), "a second run finds nothing more");
    }

    @Test
    void anImageTriedTooOftenIsGivenUp() {
        UUID id = anImage();
        QuarkusTransaction.requiringNew().run(() -> Image.locked(id).orElseThrow().attempts = 5);

        assertInstanceOf(Taking.Exhausted.class, leases.take(id));
    }

    @Test
    void renewalLocksInTheOrderOfAllOthers() throws Exception {
        UUID later = anImage(ofHalf("f"));
        UUID sooner = anImage(ofHalf("0"));
        var jobs = List.of(taken(later), taken(sooner));
        Thread renewing = new Thread(renewal::renew);

        QuarkusTransaction.requiringNew()
                .run(() -> {
                    Image.locked(sooner);
                    renewing.start();
                    Awaitility.await().until(DeletionRaceTest::somebodyWaits);
                    free(later);
                });

        renewing.join();
        jobs.forEach(leases::letGo);
    }

    /// Throws when somebody else has the row locked.
    private static void free(UUID id) {
        Image.getEntityManager()
                .createNativeQuery("select 1 from images where image_id = ?1 for update nowait")
                .setParameter(1, id)
                .getSingleResult();
    }

    private static boolean somebodyWaits() {
        return QuarkusTransaction.requiringNew().call(() -> waiting() > 0);
    }

    private static long waiting() {
        var sessions =
                Image.getEntityManager()
                        .createNativeQuery(
                                "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                        .getSingleResult();
        return ((Number) sessions).longValue();
    }

    private static UUID ofHalf(String digit) {
        return UUID.fromString(digit + UUID.randomUUID().toString().substring(1));
    }

    private Job taken(UUID id) {
        return assertInstanceOf(Taking.Taken.class, leases.take(id)).job();
    }

    /// An image nobody has a task for.
    private UUID anImage() {
        return anImage(UUID.randomUUID());
    }

    private UUID anImage(UUID id) {
        Image image = new Image();
        OffsetDateTime now = lifecycle.now();
        image.id = id;
        image.category = "GENERAL";
        image.path = StorageKey.main("GENERAL", image.id, now);
        image.owner = "test";
        image.fileName = "test.jpg";
        image.format = "JPEG";
        image.bytes = 1;
        image.sha256 = "";
        QuarkusTransaction.requiringNew().run(() -> lifecycle.begin(image, TEST, now));
        return image.id;
    }

    private void expire(UUID id) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        Image.update(
                                "leaseUntil = ?1 where id = ?2",
                                lifecycle.now().minusSeconds(1),
                                id));
    }

    private static Product product(Job job) {
        byte[] bytes = {1, 2, 3};
        return new Product(
                "main",
                job.path(),
                ImageFormat.WEBP,
                1,
                1,
                true,
                new Product.Bytes.InMemory(bytes));
    }

    private static ImageStatus status(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Image.<Image>findById(id).status());
    }

    private static long removalTasks(UUID id) {
        return outbox(id, "image.deletions");
    }

    private static long renderTasks(UUID id) {
        return outbox(id, "image.tasks");
    }

    private static long outbox(UUID id, String topic) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        ((Number)
                                        Image.getEntityManager()
                                                .createNativeQuery(
                                                        "select count(*) from outbox where key = ?1 and topic = ?2")
                                                .setParameter(1, id.toString())
                                                .setParameter(2, topic)
                                                .getSingleResult())
                                .longValue());
    }

    private static Rendering.Finished finished(Job job) {
        return new Rendering.Finished(List.of(product(job)), null);
    }
}
