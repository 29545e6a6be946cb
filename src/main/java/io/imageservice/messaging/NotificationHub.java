package io.imageservice.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/// Who listens to what; fed by [NotificationLine].
@ApplicationScoped
class NotificationHub implements Notifications {
    private static final Logger LOG = Logger.getLogger(NotificationHub.class);

    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();

    @Override
    public AutoCloseable listen(String channel, Consumer<String> listener) {
        List<Consumer<String>> all =
                listeners.computeIfAbsent(channel, name -> new CopyOnWriteArrayList<>());
        all.add(listener);
        return () -> all.remove(listener);
    }

    void tell(String channel, String payload) {
        for (Consumer<String> listener : listeners.getOrDefault(channel, List.of())) {
            try {
                listener.accept(payload);
            } catch (RuntimeException e) {
                // One listener's fault must not cost the others their message.
                LOG.warnf(e, "a listener of %s failed", channel);
            }
        }
    }

    /// Tells everybody that something may have been missed.
    void resync() {
        listeners.keySet().forEach(channel -> tell(channel, RESYNC));
    }
}
