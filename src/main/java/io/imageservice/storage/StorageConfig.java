package io.imageservice.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Where the objects are kept.
@ConfigMapping(prefix = "images.storage")
public interface StorageConfig {
    /// The S3 endpoint the service talks to, such as `http://minio:9000`.
    URI endpoint();

    /// The endpoint that links are signed for, where callers reach storage another way.
    Optional<URI> publicEndpoint();

    /// Which TLS configuration of Quarkus (`QUARKUS_TLS_<NAME>_TRUST_STORE_PEM_CERTS`) says whom to
    /// trust at an https endpoint; without it, whom the platform trusts.
    Optional<String> tlsConfigurationName();

    /// The access key.
    @NotBlank
    String accessKey();

    /// The secret key.
    @NotBlank
    String secretKey();

    /// The one bucket.
    @WithDefault("images")
    @NotBlank
    String bucket();

    /// The region requests are signed for.
    @WithDefault("us-east-1")
    @NotBlank
    String region();

    /// How long to wait for a connection.
    @WithDefault("2s")
    Duration connectTimeout();

    /// How long to wait for the next bytes of an answer, or to get the next bytes out.
    @WithDefault("10s")
    Duration timeout();
}
