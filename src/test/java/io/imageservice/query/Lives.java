package io.imageservice.query;

import io.imageservice.asset.Lifecycle;
import io.imageservice.image.Cause;
import io.imageservice.image.Image;
import io.imageservice.image.ImageStatus;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Lets images live without pixels: rows, history and events, through the life cycle itself.
@ApplicationScoped
class Lives {
    private static final Cause TEST = new Cause("test", "the test says so", "");

    private final Lifecycle lifecycle;

    Lives(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    UUID begin() {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    Image image = new Image();
                    image.id = UUID.randomUUID();
                    image.category = "GENERAL";
                    image.path = "GENERAL/" + image.id + ".webp";
                    image.owner = "test";
                    image.fileName = "a.jpg";
                    image.format = "JPEG";
                    image.bytes = 1;
                    image.sha256 = "0".repeat(64);
                    lifecycle.begin(image, TEST, lifecycle.now());
                    return image.id;
                });
    }

    void become(UUID id, ImageStatus next) {
        QuarkusTransaction.requiringNew()
                .run(() -> lifecycle.become(Image.locked(id).orElseThrow(), next, TEST));
    }
}
