package io.imageservice.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imageservice.messaging.Notifications;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// Tells the gallery's streams of every change on any pod. Changes are gathered for a moment, read
/// together once however many listen, and become one `resync` when there are very many: best
/// effort, and bounded.
@ApplicationScoped
class GalleryFeed {
    private static final Logger LOG = Logger.getLogger(GalleryFeed.class);

    private final Notifications notifications;
    private final StatusEvents events;
    private final EventsConfig config;
    private final ObjectMapper json;
    private final ExecutorService readers;
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Long> changes = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean reading = new AtomicBoolean();

    GalleryFeed(
            Notifications notifications,
            StatusEvents events,
            EventsConfig config,
            ObjectMapper json,
            @VirtualThreads ExecutorService readers) {
        this.notifications = notifications;
        this.events = events;
        this.config = config;
        this.json = json;
        this.readers = readers;
    }

    @PostConstruct
    void subscribe() {
        notifications.listen(Notifications.IMAGE_STATUS, this::hear);
    }

    /// @param resumed whether its reader was here before and may have missed something
    /// @return what ends it
    Runnable add(EventStream stream, boolean resumed) {
        streams.add(stream);
        if (resumed) {
            stream.send(Frame.RESYNC);
        }
        return () -> streams.remove(stream);
    }

    private void hear(String payload) {
        if (streams.isEmpty()) {
            return;
        }
        if (payload.equals(Notifications.RESYNC)) {
            tell(List.of(Frame.RESYNC));
            return;
        }
        changes.add(historyId(payload));
        if (reading.compareAndSet(false, true)) {
            readers.execute(this::read);
        }
    }

    private long historyId(String payload) {
        try {
            return json.readTree(payload).path("id").asLong();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database told no JSON: " + payload, e);
        }
    }

    private void read() {
        do {
            try {
                Thread.sleep(config.gather());
                tell(gathered());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.debugf(e, "changes could not be read");
                tell(List.of(Frame.RESYNC));
            }
            reading.set(false);
        } while (!changes.isEmpty() && reading.compareAndSet(false, true));
    }

    private List<Frame> gathered() {
        List<Long> ids = new ArrayList<>();
        for (Long id = changes.poll(); id != null; id = changes.poll()) {
            ids.add(id);
        }
        if (ids.size() > config.burst()) {
            return List.of(Frame.RESYNC);
        }
        return events.rows(ids).stream().map(events::frame).toList();
    }

    private void tell(List<Frame> frames) {
        streams.forEach(stream -> frames.forEach(stream::send));
    }
}
