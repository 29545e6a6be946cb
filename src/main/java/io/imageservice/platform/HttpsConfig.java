package io.imageservice.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.http.ClientAuth;

/// HTTPS beyond what Quarkus' own settings (`QUARKUS_HTTP_TLS_CONFIGURATION_NAME`) say.
@ConfigMapping(prefix = "images.https")
interface HttpsConfig {
    /// Whether callers show a certificate: none, request or required. Whom it must be signed by is
    /// the trust store of the TLS configuration.
    @WithDefault("none")
    ClientAuth clientCertificates();
}
