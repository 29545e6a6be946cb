package io.imageservice.asset;

import io.imageservice.engine.Pipeline;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a caller wants of the files it sends.
///
/// @param category the reference type's code
/// @param referenceId what it claims them for
/// @param pipelines instead of the type's renditions; empty = those
/// @param mode S1's word for it, kept for its list
/// @param owner the principal
public record Intent(
        String category,
        @Nullable String referenceId,
        @Nullable String uploaderId,
        List<Pipeline> pipelines,
        @Nullable String mode,
        String owner) {
    public Intent {
        pipelines = List.copyOf(pipelines);
    }

    /// As `images.processing` keeps it: canonical, one a line; null for none.
    @Nullable String processing() {
        return pipelines.isEmpty()
                ? null
                : pipelines.stream().map(Pipeline::canonical).collect(Collectors.joining("\n"));
    }
}
