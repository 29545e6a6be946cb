package io.imageservice.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imageservice.stack.Servers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// What a consumer that keeps to the rules has seen of a topic: by key, in the order of the topic,
/// without the repetitions of an event it knew.
final class KeyedEvents {
    private final Map<String, List<JsonNode>> byKey = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private int repeated;

    static KeyedEvents readAll(String servers, String topic, ObjectMapper json) {
        KeyedEvents events = new KeyedEvents();
        try (var consumer = Servers.consumer(servers, topic)) {
            var partitions = consumer.assignment();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> events.add(record, json));
            }
        }
        return events;
    }

    List<JsonNode> of(String key) {
        return byKey.getOrDefault(key, List.of());
    }

    /// Of every event seen.
    Set<String> ids() {
        return seen;
    }

    /// Records that repeated an event under its own id, as a relay's death makes them.
    int repeated() {
        return repeated;
    }

    private void add(ConsumerRecord<String, String> record, ObjectMapper json) {
        try {
            JsonNode event = json.readTree(record.value());
            if (seen.add(event.get("eventId").asText())) {
                byKey.computeIfAbsent(record.key(), key -> new ArrayList<>()).add(event);
            } else {
                repeated++;
            }
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
