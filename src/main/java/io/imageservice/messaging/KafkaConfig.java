package io.imageservice.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/// What a deployment may choose about its topics and its relay.
@ConfigMapping(prefix = "images.kafka")
public interface KafkaConfig {
    /// The consumer group of the workers.
    @WithDefault("image-service")
    String group();

    /// Partitions of a topic when `migrate` makes it; those that exist are left as they are.
    @WithDefault("12")
    @Min(1)
    @Max(1000)
    int partitions();

    /// Copies of a partition when `migrate` makes a topic; 0 = what the broker does by itself.
    @WithDefault("0")
    @Min(0)
    @Max(10)
    short replication();

    /// How long the broker keeps messages of a topic that `migrate` makes.
    @WithDefault("7d")
    Duration retention();

    /// Names of topics.
    Topic topic();

    Relay relay();

    /// Names of topics, where they shall not be those of `event.Topics`.
    interface Topic {
        @WithDefault("image.tasks")
        String tasks();

        @WithDefault("image.deletions")
        String deletions();

        @WithDefault("product.created")
        String productCreated();

        @WithDefault("product.deleted")
        String productDeleted();

        @WithDefault("image.tasks.dlq")
        String tasksDlq();

        @WithDefault("product.events.dlq")
        String productEventsDlq();

        @WithDefault("image.lifecycle")
        String lifecycle();

        /// Of a reference type's changes; `*` stands for `user-background` and its like.
        @WithDefault("*-image-changed")
        String changed();
    }

    /// The pace of the relay.
    interface Relay {
        /// How often it looks without having been told of anything.
        @WithDefault("5s")
        @DurationMin(millis = 100)
        Duration poll();

        /// How long a key is its own, and so how long what a killed process held waits: at least 31
        /// s, longer than a send may take.
        @WithDefault("40s")
        @DurationMin(seconds = RelayLoop.SEND_SECONDS + 1)
        Duration lease();

        /// Keys sent side by side.
        @WithDefault("256")
        @Min(1)
        @Max(4096)
        int keys();

        /// Events a key may send in one turn, before others get theirs.
        @WithDefault("50")
        @Min(1)
        @Max(1000)
        int perTurn();

        /// The longest pause between two tries of a key that cannot be sent.
        @WithDefault("60s")
        Duration longestPause();
    }
}
