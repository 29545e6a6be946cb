package io.imageservice.asset;

import io.imageservice.engine.ImageFormat;
import io.imageservice.storage.ObjectStore;
import java.util.HashMap;
import java.util.Map;

/// What is stored beside an object's bytes, so that a presigned link says the same as we do.
public final class Attributes {
    private Attributes() {}

    public static ObjectStore.Attributes of(ImageFormat format) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Cache-Control", "private, max-age=3600");
        if (attached(format)) {
            headers.put("Content-Disposition", "attachment");
        }
        return new ObjectStore.Attributes(format.mediaType(), headers);
    }

    /// Whether a browser must not show it in place: SVG may carry script, video is no picture.
    public static boolean attached(ImageFormat format) {
        return format.vector() || format.video();
    }
}
