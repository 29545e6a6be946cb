package io.imageservice.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.imageservice.stack.Servers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What clients see of deletions and of links while storage or Redis is really stopped.
class StoppedServersIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static Fleet fleet;
    private static Shelf shelf;

    @BeforeAll
    static void start() {
        fleet = Fleet.start(1, 1, 192);
        shelf = Shelf.of(fleet);
    }

    @AfterAll
    static void stop() {
        fleet.close();
    }

    @Test
    void aDeletionStorageRefusedIsListedAndSweptAlsoWhenRedisWasEmptiedInBetween()
            throws Exception {
        var id = shelf.ready("POST");
        fleet.stack().s3().stop();
        shelf.delete(id);
        await().atMost(PATIENCE).until(() -> listed(id));
        await().atMost(PATIENCE).until(() -> counted(id) == 1);
        assertEquals("+OK", Servers.redis(fleet.stack(), "FLUSHALL"));

        fleet.stack().s3().start();

        await().atMost(PATIENCE).until(() -> swept(id));
        assertEquals(0, counted(id));
        var left =
                StoragePromises.objects(fleet.stack()).keySet().stream()
                        .filter(key -> key.contains(id))
                        .toList();
        assertEquals(List.of(), left);
    }

    @Test
    void theSweeperEmptiesTheListWhenStorageIsBack() throws Exception {
        var id = shelf.ready("POST");
        fleet.stack().s3().stop();
        shelf.delete(id);
        await().atMost(PATIENCE).until(() -> listed(id));

        fleet.stack().s3().start();

        await().atMost(PATIENCE).until(() -> swept(id) && !listed(id));
    }

    @Test
    void linksAreRightWhileRedisIsStoppedAndWhenItComesBackWithWhatItKnew() throws Exception {
        UUID product = shelf.product(2);
        var images = shelf.images(product);
        fleet.stack().redis().stop();
        assertEquals(images, shelf.images(product));

        shelf.delete(images.getFirst());
        assertEquals(images.subList(1, 2), shelf.images(product));
        fleet.stack().redis().start();

        // it kept the links it knew; they are dropped within seconds
        await().atMost(Duration.ofSeconds(10))
                .until(() -> shelf.images(product), images.subList(1, 2)::equals);
        try (var rows = Rows.of(fleet.stack())) {
            await().atMost(PATIENCE)
                    .until(() -> rows.count("select count(*) from cache_drops") == 0);
        }
        assertEquals(images.subList(1, 2), shelf.images(product));
    }

    private static boolean listed(String id) throws Exception {
        return Servers.redis(fleet.stack(), "SISMEMBER failed_deletes " + id).equals(":1");
    }

    private static long counted(String id) throws Exception {
        try (var rows = Rows.of(fleet.stack())) {
            return rows.count(
                    "select count(*) from removal_failures where image_id = '%s'".formatted(id));
        }
    }

    /// Runs the sweeper, and says whether the image's objects were verified gone.
    private static boolean swept(String id) throws Exception {
        shelf.client().send("POST", "/api/v1/admin/sweeps/failed_deletes", "");
        try (var rows = Rows.of(fleet.stack())) {
            return rows.count(
                            "select count(*) from images where purged_at is not null and image_id = '%s'"
                                    .formatted(id))
                    == 1;
        }
    }
}
