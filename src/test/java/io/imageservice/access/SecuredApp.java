package io.imageservice.access;

import io.imageservice.app.AppOptions;
import io.imageservice.stack.Keys;
import io.imageservice.stack.Stack;

/// Processes of the service on a stack that takes TLS only: one that speaks TLS itself, and some
/// that are told something wrong.
final class SecuredApp {
    private SecuredApp() {}

    /// HTTPS only, to callers whose certificate the authority of `keys` has signed.
    static AppOptions on(int port, Keys keys) {
        return AppOptions.role("all")
                .with("QUARKUS_HTTP_INSECURE_REQUESTS", "disabled")
                .with("QUARKUS_HTTP_SSL_PORT", Integer.toString(port))
                .with("QUARKUS_HTTP_TLS_CONFIGURATION_NAME", "https")
                .with("QUARKUS_TLS_HTTPS_KEY_STORE_PEM_SERVER_CERT", keys.certificate().toString())
                .with("QUARKUS_TLS_HTTPS_KEY_STORE_PEM_SERVER_KEY", keys.key().toString())
                .with("QUARKUS_TLS_HTTPS_TRUST_STORE_PEM_CERTS", keys.authority().toString())
                .with("IMAGES_HTTPS_CLIENT_CERTIFICATES", "required");
    }

    /// Believes another authority about Kafka and S3, and asks for Redis by an address that is not
    /// in its certificate.
    static AppOptions doubting(Stack stack, Keys other) {
        var authority = other.authority().toString();
        return AppOptions.role("api")
                .with("KAFKA_SSL_TRUSTSTORE_LOCATION", authority)
                .with("QUARKUS_TLS_OTHER_TRUST_STORE_PEM_CERTS", authority)
                .with("IMAGES_STORAGE_TLS_CONFIGURATION_NAME", "other")
                .with("QUARKUS_REDIS_HOSTS", "rediss://127.0.0.1:" + stack.redis().port());
    }

    /// Believes another authority about the database, and gives up soon.
    static AppOptions doubtingTheDatabase(Stack stack, Keys other) {
        var url = stack.environment().getOrDefault("QUARKUS_DATASOURCE_JDBC_URL", "");
        var authority = stack.keys().authority().toString();
        return AppOptions.role("migrate")
                .with("IMAGES_START_PATIENCE", "1s")
                .with(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        url.replace(authority, other.authority().toString()));
    }
}
