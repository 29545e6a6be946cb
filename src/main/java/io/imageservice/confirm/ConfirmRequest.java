package io.imageservice.confirm;

import io.imageservice.error.ErrorCode;
import io.imageservice.error.ProblemError;
import io.imageservice.image.ImageIds;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The images a reference shall have, in order. An empty list ends its set; an absent one, or null,
/// is never taken for that.
///
/// @param referenceId absent in `PUT`, where the path names it
@RegisterForReflection
public record ConfirmRequest(
        @Nullable List<@Nullable String> imageIds, @Nullable String referenceId) {

    static List<UUID> listed(@Nullable ConfirmRequest request) {
        if (request == null || request.imageIds() == null) {
            String detail = "imageIds is required; an empty list ends the set";
            throw ErrorCode.INVALID_REQUEST
                    .because(detail)
                    .with(List.of(ProblemError.in("imageIds", ErrorCode.INVALID_REQUEST, detail)));
        }
        return request.imageIds().stream().map(id -> ImageIds.parse(String.valueOf(id))).toList();
    }
}
