package io.imageservice.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.imageservice.stack.Servers;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/// One build serves all roles; only a worker takes part in the tasks.
class PartitionsIT {
    @Test
    void onlyAWorkerHoldsPartitions() {
        try (var kafka = Servers.kafka(Cluster.stack());
                var api = App.start(Cluster.stack(), AppOptions.role("api"))) {
            assertEquals(202, upload(api).status());
            assertEquals(Set.of(), held(kafka));

            try (var worker = App.start(Cluster.stack(), AppOptions.role("worker"))) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> tasks(held(kafka)) == 12 && worker.process().alive());
            }

            await().atMost(Duration.ofSeconds(30)).until(() -> held(kafka).isEmpty());
        }
    }

    private static Client.Answer upload(App app) {
        return new Client(app.url()).upload(java.util.List.of(Photographs.drawn(64, 64, 0.8f, 1)));
    }

    private static long tasks(Set<TopicPartition> partitions) {
        return partitions.stream()
                .filter(partition -> partition.topic().equals("image.tasks"))
                .count();
    }

    /// The partitions any member of any consumer group has.
    private static Set<TopicPartition> held(Admin kafka) throws AssertionError {
        try {
            var groups =
                    kafka.listGroups().all().get().stream().map(group -> group.groupId()).toList();
            return kafka.describeConsumerGroups(groups).all().get().values().stream()
                    .flatMap(group -> group.members().stream())
                    .map(MemberDescription::assignment)
                    .flatMap(assignment -> assignment.topicPartitions().stream())
                    .collect(Collectors.toSet());
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
