package io.imageservice.platform;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/// HTTP/2 is spoken over TLS only. The upgrade a Java client asks for without TLS breaks answers of
/// more than 64 KB: what follows the 101 at once overruns the buffers clients have for it.
@ApplicationScoped
class PlainHttp implements HttpServerOptionsCustomizer {
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
