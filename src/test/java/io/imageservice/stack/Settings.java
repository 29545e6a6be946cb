package io.imageservice.stack;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What the service must be told to find the servers of a stack, by the names of its configuration.
final class Settings {
    private Settings() {}

    static Map<String, String> of(Stack stack) {
        var all = new HashMap<>(addresses(stack));
        var keys = stack.postgres().keys();
        if (keys != null) {
            all.putAll(Secured.settings(stack, keys));
        }
        return Map.copyOf(all);
    }

    /// The same as environment variables.
    static Map<String, String> environment(Map<String, String> settings) {
        return settings.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                e -> e.getKey().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"),
                                Map.Entry::getValue));
    }

    private static Map<String, String> addresses(Stack stack) {
        var postgres = stack.postgres();
        var s3 = stack.s3();
        return Map.ofEntries(
                Map.entry("quarkus.datasource.jdbc.url", postgres.jdbcUrl(stack.front(postgres))),
                Map.entry("quarkus.datasource.username", PostgresPart.USER),
                Map.entry("quarkus.datasource.password", PostgresPart.PASSWORD),
                Map.entry("kafka.bootstrap.servers", "127.0.0.1:" + stack.front(stack.kafka())),
                Map.entry("quarkus.redis.hosts", "redis://127.0.0.1:" + stack.front(stack.redis())),
                Map.entry("images.storage.endpoint", "http://127.0.0.1:" + stack.front(s3)),
                Map.entry("images.storage.public-endpoint", s3.endpoint()),
                Map.entry("images.storage.access-key", S3Part.ACCESS_KEY),
                Map.entry("images.storage.secret-key", S3Part.SECRET_KEY),
                Map.entry("images.storage.bucket", "images"),
                Map.entry("images.storage.region", "us-east-1"));
    }
}
