package io.imageservice.storage;

import io.minio.MinioClient;
import java.net.URI;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/// Makes the clients: one to talk to storage, one that only signs for the public endpoint.
final class MinioClients {
    /// As many requests at once as callers: they are bounded elsewhere (uploads, permits, pools).
    private static final int REQUESTS = 512;

    private MinioClients() {}

    static MinioClient of(StorageConfig config, URI endpoint, StorageTrust trust) {
        return MinioClient.builder()
                .endpoint(endpoint.toString())
                // With the region given, nothing is asked of the server before signing.
                .region(config.region())
                .credentials(config.accessKey(), config.secretKey())
                .httpClient(http(config, trust))
                .build();
    }

    private static OkHttpClient http(StorageConfig config, StorageTrust trust) {
        // OkHttp's own default is five requests at once to one host.
        var dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
        dispatcher.setMaxRequests(REQUESTS);
        dispatcher.setMaxRequestsPerHost(REQUESTS);
        var builder =
                new OkHttpClient.Builder()
                        .dispatcher(dispatcher)
                        .connectTimeout(config.connectTimeout())
                        .readTimeout(config.timeout())
                        .writeTimeout(config.timeout());
        return trust.applyTo(builder).build();
    }
}
