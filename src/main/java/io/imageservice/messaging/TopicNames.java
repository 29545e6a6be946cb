package io.imageservice.messaging;

import io.imageservice.event.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/// What the topics of [Topics] are called in this deployment.
@ApplicationScoped
public class TopicNames {
    private final Map<String, String> names;
    private final String changed;

    TopicNames(KafkaConfig config) {
        KafkaConfig.Topic topic = config.topic();
        this.names =
                Map.of(
                        Topics.TASKS, topic.tasks(),
                        Topics.DELETIONS, topic.deletions(),
                        Topics.PRODUCT_CREATED, topic.productCreated(),
                        Topics.PRODUCT_DELETED, topic.productDeleted(),
                        Topics.TASKS_DLQ, topic.tasksDlq(),
                        Topics.PRODUCT_EVENTS_DLQ, topic.productEventsDlq(),
                        Topics.LIFECYCLE, topic.lifecycle());
        this.changed = topic.changed();
    }

    /// The name on the broker of a topic the code calls `topic`.
    public String of(String topic) {
        String name = names.get(topic);
        return name == null ? changed.replace("*", type(topic)) : name;
    }

    private static String type(String topic) {
        return topic.substring(0, topic.length() - Topics.changed("").length());
    }

    /// Every topic but those of reference types, as named on the broker.
    public List<String> fixed() {
        return names.values().stream().sorted().toList();
    }
}
