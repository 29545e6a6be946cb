package io.imageservice.processing;

import java.time.Duration;

/// What asking for an image's lease gave.
sealed interface Taking {
    /// The job is ours.
    record Taken(Job job) implements Taking {}

    /// Nothing is to be done: unknown, or no longer TEMP.
    record Over() implements Taking {}

    /// Another worker is at it, at least for this long.
    record Held(Duration atMost) implements Taking {}

    /// It was tried as often as it may be; the lease is ours, to give up with.
    record Exhausted(Job job) implements Taking {}
}
