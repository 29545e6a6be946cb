package io.imageservice.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the Product service tells about one of its products; whether created or deleted, the topic
/// says.
///
/// @param eventId from an envelope around it
/// @param timestamp from an envelope around it
public record ProductEvent(UUID productId, @Nullable UUID eventId, @Nullable Instant timestamp) {}
