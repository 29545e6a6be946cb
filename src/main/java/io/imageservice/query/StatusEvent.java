package io.imageservice.query;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.imageservice.image.ImageStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The data of a `status` event. `id` is the history row's; `oldStatus` is null at the creation;
/// `category` and `referenceId` are null once the image's row is gone.
///
/// @param owner whose image it is; decides who hears of it, and is not told
@RegisterForReflection
record StatusEvent(
        long id,
        UUID imageId,
        @JsonIgnore @Nullable String owner,
        @Nullable String category,
        @Nullable String referenceId,
        @Nullable ImageStatus oldStatus,
        ImageStatus newStatus,
        OffsetDateTime at,
        String by,
        String reason) {}
