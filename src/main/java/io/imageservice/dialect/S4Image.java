package io.imageservice.dialect;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.imageservice.image.ImageStatus;
import io.imageservice.query.ImageView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// An image in S4's words.
@RegisterForReflection
record S4Image(
        UUID id,
        String status,
        @JsonProperty("original_url") String originalUrl,
        Map<String, String> thumbnails) {
    private static final List<String> SIZES = List.of("100x100", "300x300", "1200x1200");

    /// @param originalUrl where the untouched upload is fetched
    static S4Image of(ImageView image, String originalUrl) {
        return new S4Image(image.id(), word(image.status()), originalUrl, thumbnails(image));
    }

    static String word(ImageStatus status) {
        return switch (status) {
            case TEMP -> "PROCESSING";
            case READY, CONFIRMED -> "DONE";
            case FAILED, DELETED -> "ERROR";
        };
    }

    /// Empty until DONE; from small to large.
    private static Map<String, String> thumbnails(ImageView image) {
        Map<String, String> all = new LinkedHashMap<>();
        if (image.status().live()) {
            for (String size : SIZES) {
                image.renditions().stream()
                        .filter(rendition -> rendition.name().equals(size))
                        .forEach(rendition -> all.put(size, rendition.url()));
            }
        }
        return all;
    }
}
