package io.imageservice.messaging;

import io.imageservice.stack.Servers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/// Reads a topic from its begin, without a group.
final class TestConsumer implements AutoCloseable {
    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> read = new ArrayList<>();

    TestConsumer(String servers, String topic) {
        consumer = Servers.consumer(servers, topic);
    }

    /// Reads on until `enough`, or fails after the time is over.
    List<ConsumerRecord<String, String>> until(
            Duration time, Predicate<List<ConsumerRecord<String, String>>> enough) {
        long end = System.nanoTime() + time.toNanos();
        while (!enough.test(read)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("only %d records came".formatted(read.size()));
            }
            poll();
        }
        return read;
    }

    void poll() {
        consumer.poll(Duration.ofMillis(20)).forEach(read::add);
    }

    static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
