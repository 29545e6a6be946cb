package io.imageservice.messaging;

import java.util.function.Consumer;

/// What the database tells every pod: `LISTEN` on one connection of its own, shared by all who
/// wait.
public interface Notifications {
    /// Hears what is told on a channel, on a thread of this port (be quick). After the connection
    /// was lost and is back, every listener hears [#RESYNC]: something may have been missed.
    ///
    /// @return closes the subscription
    AutoCloseable listen(String channel, Consumer<String> listener);

    /// Told after a gap instead of a payload.
    String RESYNC = "";

    /// Every change of an image's status: `{"id":…, "imageId":…, "oldStatus":…, "newStatus":…}`.
    String IMAGE_STATUS = "image_status";

    /// Something waits in the outbox; no payload.
    String OUTBOX = "outbox";
}
