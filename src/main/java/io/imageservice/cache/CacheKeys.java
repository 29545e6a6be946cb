package io.imageservice.cache;

import java.util.Locale;
import java.util.UUID;

/// The names things have in Redis (spec 4-data.md, "Redis").
final class CacheKeys {
    static final String FAILED_DELETES = "failed_deletes";

    private CacheKeys() {}

    static String links(UUID product) {
        return "links:product:" + product.toString().toLowerCase(Locale.ROOT);
    }

    static String known(UUID product) {
        return "known:product:" + product.toString().toLowerCase(Locale.ROOT);
    }
}
