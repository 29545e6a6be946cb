package io.imageservice.faults;

import io.imageservice.app.Client;
import io.imageservice.stack.Servers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/// Waits until nothing is on its way any more: no unread message, no unsent event, no image that
/// waits, no removal that waits. Only the service's own jobs help it along.
final class Settling {
    private static final Map<String, String> WAITING =
            Map.of(
                    "unsent events", "select count(*) from outbox where sent_at is null",
                    "images in TEMP", "select count(*) from images where status = 'TEMP'",
                    "removals",
                            "select count(*) from images where status = 'DELETED' and purged_at is null",
                    "cache drops", "select count(*) from cache_drops");
    private static final List<String> PRODUCTS = List.of("product.created", "product.deleted");
    private static final List<String> JOBS =
            List.of("watchdog", "waiting-removals", "failed-deletes");

    private Settling() {}

    /// @throws org.awaitility.core.ConditionTimeoutException naming what still waits
    static void await(Fleet fleet, Duration patience) {
        var client = new Client(fleet.of("worker").getFirst().url());
        Awaitility.await("everything settles")
                .atMost(patience)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(
                        () -> {
                            JOBS.forEach(
                                    job -> client.send("POST", "/api/v1/admin/sweeps/" + job, ""));
                            return open(fleet);
                        },
                        Map::isEmpty);
    }

    /// What waits, and how much of it; empty when nothing does.
    static Map<String, Long> open(Fleet fleet) throws Exception {
        Map<String, Long> open = new TreeMap<>();
        try (var kafka = Servers.kafka(fleet.stack());
                var rows = Rows.of(fleet.stack())) {
            // not the groups' lag: after a commit met a rebalance it stays until the next message
            var consumed =
                    rows.count(
                            "select count(*) from consumed_messages where message_id like 'product.%'");
            open.put("product events", sent(kafka) - consumed);
            for (var waiting : WAITING.entrySet()) {
                open.put(waiting.getKey(), rows.count(waiting.getValue()));
            }
        }
        open.values().removeIf(count -> count == 0);
        return open;
    }

    /// How many messages the topics of products hold.
    private static long sent(Admin kafka) throws ExecutionException, InterruptedException {
        var partitions =
                kafka.describeTopics(PRODUCTS).allTopicNames().get().values().stream()
                        .flatMap(topic ->
                                topic.partitions().stream()
                                        .map(p -> new TopicPartition(topic.name(), p.partition())))
                        .collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
        return kafka.listOffsets(partitions).all().get().values().stream()
                .mapToLong(end -> end.offset())
                .sum();
    }
}
