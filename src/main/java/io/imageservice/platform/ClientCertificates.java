package io.imageservice.platform;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/// Mutual TLS as a matter of configuration: Quarkus' own setting for it is fixed at build time.
@ApplicationScoped
class ClientCertificates implements HttpServerOptionsCustomizer {
    private final HttpsConfig config;

    ClientCertificates(HttpsConfig config) {
        this.config = config;
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setClientAuth(config.clientCertificates());
    }
}
