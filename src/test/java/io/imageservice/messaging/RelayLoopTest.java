package io.imageservice.messaging;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.event.ImageEvent;
import io.imageservice.event.Topics;
import io.imageservice.stack.StackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RelayLoopTest {
    private static final Logger LOG = Logger.getLogger(RelayLoopTest.class);

    @Inject Outbox outbox;
    @Inject OutboxRows rows;
    @Inject OutboxRelay relay;
    @Inject KafkaConfig config;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Test
    void severalRelaysSendEveryKeyInTheOrderOfItsCommits() throws Exception {
        List<String> keys =
                IntStream.range(0, 40).mapToObj(i -> UUID.randomUUID().toString()).toList();
        List<RelayLoop> others = List.of(loop("second"), loop("third"));
        long begin = System.nanoTime();

        try (var consumer = new TestConsumer(servers, Topics.DELETIONS)) {
            Map<String, List<String>> committed = new HashMap<>();
            for (int round = 0; round < 25; round++) {
                for (String key : keys) {
                    committed.computeIfAbsent(key, k -> new ArrayList<>()).add(add(key));
                }
            }
            consumer.until(
                    Duration.ofSeconds(60),
                    all -> firsts(all, keys).values().stream().mapToInt(List::size).sum() == 1000);
            LOG.infof("1000 events of 40 keys: %d ms", (System.nanoTime() - begin) / 1_000_000);

            assertEquals(
                    committed, firsts(consumer.until(Duration.ofSeconds(1), all -> true), keys));
        } finally {
            others.forEach(RelayLoop::stop);
        }
    }

    @Test
    void aKeyThatCannotBeSentWaitsAloneAndSaysWhy() {
        String blocked = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew()
                .run(() ->
                        outbox.add(
                                Topics.changed("NO_SUCH_TYPE"),
                                blocked,
                                new ImageEvent.RemovalTask(UUID.randomUUID())));

        try (var consumer = new TestConsumer(servers, Topics.DELETIONS)) {
            String free = UUID.randomUUID().toString();
            add(free);
            consumer.until(
                    Duration.ofSeconds(20),
                    all -> all.stream().anyMatch(r -> free.equals(r.key())));
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> failures(blocked) > 0);
        QuarkusTransaction.requiringNew().run(() -> OutboxEntry.delete("key", blocked));
    }

    @Test
    void aKeyWithThousandsOfEventsDoesNotStarveTheOthers() {
        String hog = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew()
                .run(() ->
                        IntStream.range(0, 600)
                                .forEach(i ->
                                        outbox.add(
                                                Topics.DELETIONS,
                                                hog,
                                                new ImageEvent.RemovalTask(UUID.randomUUID()))));
        String late = UUID.randomUUID().toString();
        add(late);

        try (var consumer = new TestConsumer(servers, Topics.DELETIONS)) {
            var read =
                    consumer.until(
                            Duration.ofSeconds(60),
                            all -> all.stream().anyMatch(r -> late.equals(r.key())));
            long before = read.stream().filter(r -> hog.equals(r.key())).count();

            assertTrue(before < 300, before + " events of the hog came before");
            consumer.until(
                    Duration.ofSeconds(120),
                    all -> all.stream().filter(r -> hog.equals(r.key())).count() >= 600);
        }
    }

    private RelayLoop loop(String name) {
        RelayLoop loop =
                new RelayLoop(name + "-" + UUID.randomUUID(), rows, relay::send, config.relay());
        Thread.ofPlatform().daemon().start(loop);
        Thread.ofVirtual()
                .start(() -> {
                    for (int i = 0; i < 600; i++) {
                        loop.wake();
                        try {
                            Thread.sleep(50);
                        } catch (InterruptedException e) {
                            return;
                        }
                    }
                });
        return loop;
    }

    private String add(String key) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        outbox.add(
                                Topics.DELETIONS,
                                key,
                                new ImageEvent.RemovalTask(UUID.randomUUID())))
                .toString();
    }

    /// The event ids of each key in the order of their first coming.
    private static Map<String, List<String>> firsts(
            List<ConsumerRecord<String, String>> all, List<String> keys) {
        Set<String> wanted = new HashSet<>(keys);
        Set<String> seen = new HashSet<>();
        Map<String, List<String>> ids = new HashMap<>();
        all.stream()
                .filter(r -> wanted.contains(r.key()))
                .forEach(record -> {
                    String id = TestConsumer.header(record, "ce_id");
                    if (seen.add(id)) {
                        ids.computeIfAbsent(record.key(), k -> new ArrayList<>()).add(id);
                    }
                });
        return ids;
    }

    private int failures(String key) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        ((Number)
                                        OutboxEntry.getEntityManager()
                                                .createNativeQuery(
                                                        "select coalesce(max(failures), 0) from outbox_claims where key = ?1")
                                                .setParameter(1, key)
                                                .getSingleResult())
                                .intValue());
    }
}
