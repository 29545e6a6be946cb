package io.imageservice.asset;

import io.imageservice.engine.ImageFormat;
import io.imageservice.image.Image;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One upload request, whatever endpoint it came through.
///
/// @param path of the request; with principal and key it identifies an idempotent request
/// @param processing the pipelines as text
/// @param maxBytes of a file, where the endpoint says less than the configuration
/// @param formats taken here, where the endpoint takes fewer than the reference type
/// @param answer what the caller is told of the new images
public record Submission(
        UploadForm form,
        String path,
        @Nullable String idempotencyKey,
        String category,
        @Nullable String referenceId,
        @Nullable String uploaderId,
        List<String> processing,
        @Nullable String mode,
        long maxBytes,
        Set<ImageFormat> formats,
        Admission admission,
        Function<List<Image>, Idempotency.Answer> answer) {

    public static final String DEFAULT_CATEGORY = "GENERAL";

    /// An upload as the form's own fields describe it.
    public static Submission of(
            UploadForm form,
            String path,
            @Nullable String idempotencyKey,
            Function<List<Image>, Idempotency.Answer> answer) {
        String category = form.field("category");
        return new Submission(
                form,
                path,
                idempotencyKey,
                category == null ? DEFAULT_CATEGORY : category,
                form.field("referenceId"),
                form.field("uploaderId"),
                form.all("processing"),
                null,
                Long.MAX_VALUE,
                Set.of(ImageFormat.values()),
                new Admission() {},
                answer);
    }
}
