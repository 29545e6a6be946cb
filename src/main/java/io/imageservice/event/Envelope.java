package io.imageservice.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The frame of every message of ours: a stable id, what happened, when, and the place in the order
/// of its key (a set's revision, an image's change count; absent for tasks).
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record Envelope<P extends ImageEvent>(
        UUID eventId, String eventType, Instant timestamp, @Nullable Long sequence, P payload) {}
