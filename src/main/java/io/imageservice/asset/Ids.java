package io.imageservice.asset;

import io.imageservice.error.ErrorCode;
import io.imageservice.reference.Products;
import java.util.UUID;

/// Ids as callers write them.
public final class Ids {
    private Ids() {}

    /// A UUID in its 36 characters; anything else is `INVALID_REQUEST`.
    public static UUID parse(String text) {
        return Products.parse(text)
                .orElseThrow(() -> ErrorCode.INVALID_REQUEST.because("not a UUID: " + shown(text)));
    }

    private static String shown(String text) {
        return text.length() <= 64 ? text : text.substring(0, 64) + "…";
    }
}
