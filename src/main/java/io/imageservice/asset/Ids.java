package io.imageservice.asset;

import io.imageservice.image.ImageIds;
import java.util.UUID;

/// Ids as callers write them.
public final class Ids {
    private Ids() {}

    /// A UUID in its 36 characters; anything else is `INVALID_REQUEST`.
    public static UUID parse(String text) {
        return ImageIds.parse(text);
    }
}
