package io.imageservice.removal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imageservice.messaging.Arrived;
import io.imageservice.messaging.MessageLoop;
import io.imageservice.messaging.OpenChannels;
import io.imageservice.reference.Products;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Takes `image.deletions`. It never pauses: what cannot be removed now is listed and acknowledged.
/// Doing a removal twice is doing it once, so there is no inbox.
@ApplicationScoped
class DeletionListener {
    private static final Logger LOG = Logger.getLogger(DeletionListener.class);

    /// Removals at once; each is a handful of short requests to storage.
    private static final int IN_HAND = 32;

    private final Multi<Message<String>> deletions;
    private final Removals removals;
    private final ObjectMapper json;
    private final OpenChannels channels;
    private @Nullable MessageLoop loop;

    DeletionListener(
            @Channel("deletions") Multi<Message<String>> deletions,
            Removals removals,
            ObjectMapper json,
            OpenChannels channels) {
        this.deletions = deletions;
        this.removals = removals;
        this.json = json;
        this.channels = channels;
    }

    void start(@Observes StartupEvent event) {
        loop = MessageLoop.start(deletions, IN_HAND, this::handle, channels::ended);
    }

    private void handle(Arrived message) {
        image(message)
                .ifPresentOrElse(
                        removals::quickly,
                        () -> LOG.errorf("no image id in %s; skipped", message.origin()));
    }

    private Optional<UUID> image(Arrived message) {
        try {
            String value = message.value() == null ? "" : message.value();
            return Products.parse(json.readTree(value).at("/payload/imageId").asText());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /// Before the database's connections go.
    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }
}
