package io.imageservice.query;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/// Tells one stream what happens to one image: reads the history again whenever it is woken, one
/// reading at a time, and sends what is new.
final class ImageWatch {
    private static final Logger LOG = Logger.getLogger(ImageWatch.class);

    private final UUID imageId;
    private final EventStream stream;
    private final StatusEvents events;
    private final Executor readers;
    private final AtomicInteger woken = new AtomicInteger();
    private long after;

    ImageWatch(
            UUID imageId, long after, EventStream stream, StatusEvents events, Executor readers) {
        this.imageId = imageId;
        this.after = after;
        this.stream = stream;
        this.events = events;
        this.readers = readers;
    }

    /// Something may have happened; costs nothing when a reading is under way already.
    void wake() {
        if (woken.getAndIncrement() == 0) {
            readers.execute(this::read);
        }
    }

    private void read() {
        int seen;
        do {
            seen = woken.get();
            tell();
        } while (!woken.compareAndSet(seen, 0));
    }

    private void tell() {
        try {
            List<StatusEvent> news = events.of(imageId, after);
            for (StatusEvent event : news) {
                stream.send(events.frame(event));
                after = event.id();
            }
            if (!news.isEmpty() && StatusEvents.last(news.getLast())) {
                stream.end();
            }
        } catch (RuntimeException e) {
            // The database is away; when it is back everybody who waits is woken.
            LOG.debugf(e, "the history of %s could not be read", imageId);
        }
    }
}
