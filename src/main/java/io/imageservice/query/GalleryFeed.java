package io.imageservice.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imageservice.messaging.Notifications;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

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
    private final Map<EventStream, Optional<String>> streams = new ConcurrentHashMap<>();
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

    /// @param owner whose images its reader sees; null = everybody's
    /// @param resumed whether its reader was here before and may have missed something
    /// @return what ends it
    Runnable add(EventStream stream, @Nullable String owner, boolean resumed) {
        streams.put(stream, Optional.ofNullable(owner));
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
            resync();
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
                tell();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.debugf(e, "changes could not be read");
                resync();
            }
            reading.set(false);
        } while (!changes.isEmpty() && reading.compareAndSet(false, true));
    }

    private void tell() {
        List<Long> ids = new ArrayList<>();
        for (Long id = changes.poll(); id != null; id = changes.poll()) {
            ids.add(id);
        }
        if (ids.size() > config.burst()) {
            resync();
            return;
        }
        for (StatusEvent event : events.rows(ids)) {
            Frame frame = events.frame(event);
            streams.forEach((stream, owner) -> {
                if (owner.isEmpty() || owner.get().equals(event.owner())) {
                    stream.send(frame);
                }
            });
        }
    }

    private void resync() {
        streams.keySet().forEach(stream -> stream.send(Frame.RESYNC));
    }
}
