package io.imageservice.image;

import java.util.Set;

/// Where an image is in its life (spec 4-data.md, "States"). Nothing but these steps is legal.
public enum ImageStatus {
    /// Stored, waiting to be rendered.
    TEMP,
    /// Rendered, not yet in use.
    READY,
    /// Bound to a reference.
    CONFIRMED,
    /// Could not be rendered.
    FAILED,
    /// No longer wanted; the row outlives its objects.
    DELETED;

    /// Where an image in this status may go. FAILED to TEMP is an operator's replay.
    public Set<ImageStatus> next() {
        return switch (this) {
            case TEMP -> Set.of(READY, FAILED, DELETED);
            case READY -> Set.of(CONFIRMED, DELETED);
            case CONFIRMED -> Set.of(DELETED);
            case FAILED -> Set.of(TEMP, DELETED);
            case DELETED -> Set.of();
        };
    }

    /// Whether its renditions can be fetched.
    public boolean live() {
        return this == READY || this == CONFIRMED;
    }
}
