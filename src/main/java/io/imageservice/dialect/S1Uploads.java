package io.imageservice.dialect;

import io.imageservice.asset.Idempotency.Answer;
import io.imageservice.asset.ImageLinks;
import io.imageservice.asset.UploadForm;
import io.imageservice.image.Image;
import io.imageservice.image.ImageStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// S1's upload: one file and a `mode`.
@ApplicationScoped
class S1Uploads {
    private final DialectUploads uploads;
    private final ImageLinks links;

    S1Uploads(DialectUploads uploads, ImageLinks links) {
        this.uploads = uploads;
        this.links = links;
    }

    /// S1 documents no answer; this is what its other endpoints need.
    @Schema(name = "S1Uploaded")
    @RegisterForReflection
    record Uploaded(UUID id, ImageStatus status, @Nullable String mode, String imageUrl) {}

    Answer take(UploadForm all, String path, @Nullable String key) {
        UploadForm form = DialectUploads.single(all);
        Optional<S1Mode> mode = S1Mode.read(form.field("mode"));
        String word = mode.map(S1Mode::word).orElse(null);
        List<String> pipelines = mode.map(S1Mode::pipelines).orElse(List.of());
        var asked = new DialectUploads.Asked(path, key, word, pipelines);
        return uploads.take(form, asked, 202, images -> told(images.getFirst(), word));
    }

    private Uploaded told(Image image, @Nullable String mode) {
        return new Uploaded(image.id, image.status(), mode, links.imageUrl(image));
    }
}
