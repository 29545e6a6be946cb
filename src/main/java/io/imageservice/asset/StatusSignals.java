package io.imageservice.asset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imageservice.messaging.Notifications;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Wakes who waits for an image: one subscription to the database's notifications, however many
/// wait.
@ApplicationScoped
public class StatusSignals {
    private final Notifications notifications;
    private final ObjectMapper json;
    private final Map<UUID, Set<Runnable>> waiting = new ConcurrentHashMap<>();

    StatusSignals(Notifications notifications, ObjectMapper json) {
        this.notifications = notifications;
        this.json = json;
    }

    @PostConstruct
    void subscribe() {
        notifications.listen(Notifications.IMAGE_STATUS, this::hear);
    }

    /// Calls `woken` whenever the image may have changed, until closed. Subscribe first, then look.
    public Subscription on(UUID imageId, Runnable woken) {
        waiting.compute(
                imageId,
                (id, all) -> {
                    Set<Runnable> set = all == null ? ConcurrentHashMap.newKeySet() : all;
                    set.add(woken);
                    return set;
                });
        return () ->
                waiting.computeIfPresent(
                        imageId, (id, all) -> all.remove(woken) && all.isEmpty() ? null : all);
    }

    /// Ends without a checked exception.
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    private void hear(String payload) {
        if (payload.equals(Notifications.RESYNC)) {
            waiting.values().forEach(all -> all.forEach(Runnable::run));
            return;
        }
        try {
            UUID id = UUID.fromString(json.readTree(payload).path("imageId").asText());
            waiting.getOrDefault(id, Set.of()).forEach(Runnable::run);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database told no JSON: " + payload, e);
        }
    }
}
