package io.imageservice.processing;

import io.imageservice.asset.Attributes;
import io.imageservice.asset.Outage;
import io.imageservice.storage.ObjectStore;
import io.opentelemetry.context.Context;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Puts an image's renditions into storage, side by side, before anything says they are there (ADR
/// 0002).
@ApplicationScoped
class Storing {
    private final ObjectStore store;

    /// What they do belongs to the trace of the job.
    private final ExecutorService threads =
            Context.taskWrapping(Executors.newVirtualThreadPerTaskExecutor());

    Storing(ObjectStore store) {
        this.store = store;
    }

    /// Returns when all are stored; waits for a storage that is away.
    void all(List<Product> products) throws Exception {
        List<Future<?>> puts = new ArrayList<>();
        for (Product product : products) {
            puts.add(threads.submit(() -> put(product)));
        }
        try {
            for (Future<?> put : puts) {
                put.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            puts.forEach(put -> put.cancel(true));
        }
    }

    private Product put(Product product) throws Exception {
        return Outage.ride(
                "storing a rendition",
                () -> {
                    var attributes = Attributes.of(product.format());
                    switch (product.bytes()) {
                        case Product.Bytes.InMemory(byte[] array) ->
                                store.put(product.key(), array, attributes);
                        case Product.Bytes.OnDisk disk ->
                                store.put(product.key(), disk.file(), attributes);
                    }
                    return product;
                });
    }

    /// Takes back what was stored of an image whose row is gone.
    void remove(List<Product> products) throws Exception {
        for (Product product : products) {
            Outage.ride(
                    "removing a rendition",
                    () -> {
                        store.remove(product.key());
                        return product;
                    });
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
