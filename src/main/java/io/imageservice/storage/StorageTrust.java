package io.imageservice.storage;

import io.imageservice.error.StartRefusedException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/// Whom the S3 client trusts: the authorities of a TLS configuration, or those of the platform.
/// OkHttp checks the name of the server in either case.
@ApplicationScoped
class StorageTrust {
    private final StorageConfig config;
    private final TlsConfigurationRegistry registry;

    StorageTrust(StorageConfig config, TlsConfigurationRegistry registry) {
        this.config = config;
        this.registry = registry;
    }

    /// A name that means nothing ends the start, not the first upload.
    void check(@Observes @Priority(1) StartupEvent event) {
        config.tlsConfigurationName().ifPresent(this::named);
    }

    OkHttpClient.Builder applyTo(OkHttpClient.Builder client) {
        return config.tlsConfigurationName().map(name -> trusting(client, name)).orElse(client);
    }

    private TlsConfiguration named(String name) {
        var sentence =
                "images.storage.tls-configuration-name: there is no quarkus.tls.%s.trust-store";
        return registry.get(name)
                .filter(found -> found.getTrustStore() != null)
                .orElseThrow(() -> new StartRefusedException(sentence.formatted(name)));
    }

    private OkHttpClient.Builder trusting(OkHttpClient.Builder client, String name) {
        TlsConfiguration tls = named(name);
        try {
            return client.sslSocketFactory(
                    tls.createSSLContext().getSocketFactory(), manager(tls.getTrustStore()));
        } catch (Exception e) {
            throw new IllegalStateException("the TLS configuration " + name + " is no use", e);
        }
    }

    private static X509TrustManager manager(KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }
}
