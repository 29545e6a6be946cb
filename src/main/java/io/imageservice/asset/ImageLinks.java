package io.imageservice.asset;

import io.imageservice.image.Image;
import io.imageservice.image.StoredObject;
import io.imageservice.reference.ReferenceTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Where an image and its renditions are fetched: the database keeps paths, the base URL is put in
/// front here, when answering or telling.
@ApplicationScoped
public class ImageLinks {
    private final String base;
    private final ReferenceTypes types;

    ImageLinks(
            @ConfigProperty(name = "images.base-url", defaultValue = "http://localhost:8080")
                    String base,
            ReferenceTypes types) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        this.types = types;
    }

    /// `imageUrl`: public delivery for public categories, the content endpoint for private ones.
    public String imageUrl(Image image) {
        return isPublic(image) ? base + "/images/" + image.path : content(image.id);
    }

    /// Where one stored object is fetched; the original only through the content endpoint.
    public String objectUrl(Image image, StoredObject object) {
        boolean main = object.rendition.equals(StoredObject.MAIN);
        if (object.deliverable && isPublic(image)) {
            return base + "/images/" + object.key;
        }
        return main
                ? content(image.id)
                : content(image.id) + "?rendition=" + encoded(object.rendition);
    }

    /// Where to go from an image, relative to the service: `self`, `content`, `status`, `history`,
    /// `events`.
    public Map<String, String> of(UUID id) {
        String self = "/api/v1/images/" + id;
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", self);
        for (String name : List.of("content", "status", "history", "events")) {
            links.put(name, self + "/" + name);
        }
        return links;
    }

    /// An absolute URL of the API: `path` begins with a slash.
    public String absolute(String path) {
        return base + path;
    }

    private String content(UUID id) {
        return base + "/api/v1/images/" + id + "/content";
    }

    private boolean isPublic(Image image) {
        return types.find(image.category).map(type -> type.isPublic).orElse(false);
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }
}
