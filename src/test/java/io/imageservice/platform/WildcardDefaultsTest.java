package io.imageservice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.PropertyName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WildcardDefaultsTest {
    private static final List<String> WILDCARDS =
            List.of(
                    "quarkus.*",
                    "quarkus.log.category.*.level",
                    "quarkus.log.category.*.handlers[*]",
                    "quarkus.redis.*.hosts",
                    "kafka.*.acks",
                    "kafka.topic[*].name",
                    "labels.pod.*",
                    "*.endpoint",
                    "levels[*]");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quarkus.log.category.\"io.imageservice\".level",
                "quarkus.log.category.io.level",
                "quarkus.log.category.io.min-level",
                "quarkus.log.category.io.handlers[0]",
                "quarkus.log.category.io.handlers[x]",
                "quarkus.log",
                "quarkus.redis.hosts",
                "quarkus",
                "quarkus.",
                "kafka.outbox.acks",
                "kafka.\"out.box\".acks",
                "kafka.out.box.acks",
                "kafka.topic[3].name",
                "kafka.topic.name",
                "labels.pod",
                "labels.pod.zone",
                "labels.pod.zone.name",
                "labels.pod[0]",
                "s3.endpoint",
                "\"s.3\".endpoint",
                "levels[2]",
                "levels",
                ""
            })
    void answersAsTheOneMapOfTheLibrary(String name) {
        for (String wildcard : WILDCARDS) {
            Map<PropertyName, String> defaults = new HashMap<>();
            defaults.put(PropertyName.name(wildcard), wildcard);
            defaults.put(PropertyName.name("elsewhere.*"), "elsewhere");

            assertEquals(
                    defaults.get(PropertyName.name(name)),
                    new WildcardDefaults(defaults).get(name),
                    wildcard);
        }
    }
}
