package io.imageservice.stack;

import java.util.Map;

/// What the service must be told, beside names and passwords, when every server speaks TLS: the
/// settings of docs/operations.md, "TLS and SASL".
final class Secured {
    private Secured() {}

    static Map<String, String> settings(Stack stack, Keys keys) {
        var authority = keys.authority().toString();
        var database = "jdbc:postgresql://localhost:%d/images?sslmode=verify-full&sslrootcert=%s";
        return Map.ofEntries(
                Map.entry("quarkus.tls.backends.trust-store.pem.certs", authority),
                Map.entry("quarkus.tls.backends.hostname-verification-algorithm", "HTTPS"),
                Map.entry(
                        "quarkus.datasource.jdbc.url",
                        database.formatted(stack.postgres().port(), authority)),
                Map.entry("quarkus.redis.hosts", "rediss://localhost:" + stack.redis().port()),
                Map.entry("quarkus.redis.tls-configuration-name", "backends"),
                Map.entry("images.storage.endpoint", stack.s3().endpoint()),
                Map.entry("images.storage.tls-configuration-name", "backends"),
                Map.entry("kafka.bootstrap.servers", stack.kafka().bootstrapServers()),
                Map.entry("kafka.security.protocol", "SASL_SSL"),
                Map.entry("kafka.ssl.truststore.type", "PEM"),
                Map.entry("kafka.ssl.truststore.location", authority),
                Map.entry("kafka.sasl.mechanism", "SCRAM-SHA-512"),
                Map.entry("kafka.sasl.jaas.config", KafkaPart.login(Keys.PASSWORD)));
    }
}
