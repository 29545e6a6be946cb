package io.imageservice.query;

import io.imageservice.image.ImageStatus;
import io.imageservice.image.StatusChange;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// One status change; `oldStatus` is null for the first.
@RegisterForReflection
record HistoryView(
        Long id,
        @Nullable ImageStatus oldStatus,
        ImageStatus newStatus,
        OffsetDateTime at,
        String by,
        String reason,
        String traceId) {
    static HistoryView of(StatusChange change) {
        return new HistoryView(
                change.id,
                change.oldStatus,
                change.newStatus,
                change.updatedAt,
                change.updatedBy,
                change.reason,
                change.traceId);
    }
}
