package io.imageservice.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imageservice.access.Caller;
import io.imageservice.asset.Images;
import io.imageservice.cache.LinkCache;
import io.imageservice.image.SetSnapshot;
import io.imageservice.image.StoredObject;
import io.imageservice.reference.KnownProduct;
import io.imageservice.reference.Products;
import io.imageservice.storage.ObjectStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Links to a product's images that need no credential and end by themselves (S0): from the cache,
/// else signed here for the public endpoint.
@ApplicationScoped
class TemporaryLinks {
    private final LinkCache cache;
    private final StorageProbe storage;
    private final ObjectStore store;
    private final LinksConfig config;
    private final ObjectMapper json;
    private final Clock clock;
    private final Images images;
    private final Caller caller;

    TemporaryLinks(
            LinkCache cache,
            StorageProbe storage,
            ObjectStore store,
            LinksConfig config,
            ObjectMapper json,
            Clock clock,
            Images images,
            Caller caller) {
        if (config.cache().compareTo(config.expiry()) >= 0) {
            throw new IllegalStateException(
                    "images.links.cache is not shorter than images.links.expiry: %s, %s"
                            .formatted(config.cache(), config.expiry()));
        }
        this.cache = cache;
        this.storage = storage;
        this.store = store;
        this.config = config;
        this.json = json;
        this.clock = clock;
        this.images = images;
        this.caller = caller;
    }

    @Schema(name = "ProductLinks")
    @RegisterForReflection
    record Answer(UUID productId, Instant expiresAt, List<Link> images) {}

    /// @param url of `main`; null only while its object is not recorded
    @RegisterForReflection
    record Link(
            UUID imageId, int seqNumber, @Nullable String url, Map<String, String> renditions) {}

    /// The answer as JSON; an unknown product is `PRODUCT_NOT_FOUND`.
    String of(UUID product) {
        // Asked apart from the cache: that answers whoever asks.
        if (caller.sees() != null && !owns(product)) {
            throw ProductAdmission.unknown();
        }
        return cache.get(
                product,
                config.cache(),
                () -> compute(product),
                revision -> look(product).filter(now -> now.revision() == revision).isPresent());
    }

    private LinkCache.Entry compute(UUID product) {
        SetSnapshot set = look(product).orElseThrow(ProductAdmission::unknown);
        storage.demand();
        Instant expiresAt = clock.instant().plus(config.expiry());
        Map<UUID, List<StoredObject>> objects =
                QuarkusTransaction.requiringNew().call(() -> StoredObject.of(set.images())).stream()
                        .collect(Collectors.groupingBy(object -> object.imageId));
        List<Link> links = new ArrayList<>();
        for (UUID image : set.images()) {
            links.add(link(image, links.size(), objects.getOrDefault(image, List.of())));
        }
        return new LinkCache.Entry(set.revision(), write(new Answer(product, expiresAt, links)));
    }

    private Link link(UUID image, int place, List<StoredObject> objects) {
        Map<String, String> renditions = new TreeMap<>();
        for (StoredObject object : objects) {
            if (!object.rendition.equals(StoredObject.ORIGINAL)) {
                String url = store.presign(object.key, config.expiry()).toString();
                renditions.put(object.rendition, url);
            }
        }
        return new Link(image, place, renditions.get(StoredObject.MAIN), renditions);
    }

    private boolean owns(UUID product) {
        return QuarkusTransaction.requiringNew()
                .call(() -> set(product).filter(set -> images.own(set.images())).isPresent());
    }

    private static Optional<SetSnapshot> look(UUID product) {
        return QuarkusTransaction.requiringNew().call(() -> set(product));
    }

    /// The product's set; empty for an unknown product. Called inside a transaction.
    private static Optional<SetSnapshot> set(UUID product) {
        return KnownProduct.known(product)
                ? Optional.of(SetSnapshot.of(Products.CATEGORY, product.toString()))
                : Optional.empty();
    }

    private String write(Answer answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of ours is not writable as JSON", e);
        }
    }
}
