package io.imageservice.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// `kill -9` of one process while the others go on.
class KilledProcessIT {
    private static App api;
    private static App worker;
    private static Client client;

    @BeforeAll
    static void start() {
        api = App.start(Cluster.stack(), options("api"));
        worker = App.start(Cluster.stack(), options("worker"));
        client = new Client(api.url());
    }

    /// With the shortest lease a relay may have.
    private static AppOptions options(String role) {
        return AppOptions.role(role).missedSoon().with("IMAGES_KAFKA_RELAY_LEASE", "31s");
    }

    @AfterAll
    static void stop() {
        worker.close();
        api.close();
    }

    @Test
    void aBatchOutlivesItsWorkerWithoutDuplicates() throws Exception {
        var files = IntStream.range(0, 50).mapToObj(i -> Photographs.drawn(1000, 750, 0.8f, i));
        var answer = client.upload(files.toList());
        assertEquals(202, answer.status(), answer.body());
        var ids = answer.ids();
        await().atMost(Duration.ofSeconds(60)).until(() -> ready(ids) >= 5);

        worker.kill9();
        var finished = ready(ids);
        worker.restart();

        assertTrue(finished < 50, "the batch was done before the worker was killed");
        Cluster.awaitReady(client, ids);
        assertEquals(50, ids.stream().distinct().count());
        assertEquals(50, historyOf(ids, "READY"));
        assertEquals(50, objectsOf(ids, "main"));
        assertEquals(50, objectsOf(ids, "original"));
    }

    @Test
    void whatWasAcceptedOutlivesTheApiProcess() {
        List<String> accepted = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            var answer = client.upload(List.of(Photographs.drawn(640, 480, 0.8f, 100 + round)));
            api.kill9();
            assertEquals(202, answer.status(), answer.body());
            accepted.addAll(answer.ids());
            api.restart();
        }

        Cluster.awaitReady(client, accepted);
    }

    private static long ready(List<String> ids) throws Exception {
        return Cluster.count(
                "SELECT count(*) FROM images WHERE status = 'READY' AND image_id IN " + list(ids));
    }

    private static long historyOf(List<String> ids, String status) throws Exception {
        return Cluster.count(
                "SELECT count(*) FROM status_history WHERE new_status = '%s' AND image_id IN %s"
                        .formatted(status, list(ids)));
    }

    private static long objectsOf(List<String> ids, String rendition) throws Exception {
        return Cluster.count(
                "SELECT count(*) FROM storage_objects WHERE rendition = '%s' AND image_id IN %s"
                        .formatted(rendition, list(ids)));
    }

    private static String list(List<String> ids) {
        return ids.stream().collect(Collectors.joining("','", "('", "')"));
    }
}
