package io.imageservice.query;

import org.jspecify.annotations.Nullable;

/// What is sent on a stream of server-sent events: an event, or a comment that only shows the line
/// is alive (no `name`).
///
/// @param id what `Last-Event-ID` will say, where the stream can be resumed from here
/// @param text the event's data (one line), or the comment
record Frame(@Nullable String id, @Nullable String name, String text) {
    /// Sent first, so that the answer's head leaves at once.
    static final Frame HELLO = new Frame(null, null, "hello");

    static final Frame BEAT = new Frame(null, null, "beat");

    /// Something may have been missed: look again.
    static final Frame RESYNC = new Frame(null, "resync", "{}");

    static Frame status(long id, String data) {
        return new Frame(Long.toString(id), "status", data);
    }
}
