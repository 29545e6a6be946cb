package io.imageservice.product;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imageservice.error.DatabaseOutage;
import io.imageservice.event.ProductEvent;
import io.imageservice.event.Topics;
import io.imageservice.messaging.Arrived;
import io.imageservice.messaging.Backoff;
import io.imageservice.messaging.DeadLetters;
import io.imageservice.messaging.Inbox;
import io.imageservice.messaging.MessageLoop;
import io.imageservice.messaging.OpenChannels;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Takes `product.created` and `product.deleted`. An outage makes it wait and counts nothing; what
/// is malformed, or fails for good, goes to the dead letters, and it goes on.
@ApplicationScoped
class ProductListener {
    private static final int IN_HAND = 16;
    private static final int ATTEMPTS = 5;
    private static final Backoff PAUSES =
            new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));

    private final Multi<Message<String>> created;
    private final Multi<Message<String>> deleted;
    private final ProductLife life;
    private final Inbox inbox;
    private final DeadLetters dead;
    private final ObjectMapper json;
    private final OpenChannels channels;
    private final List<MessageLoop> loops = new ArrayList<>();

    ProductListener(
            @Channel("product-created") Multi<Message<String>> created,
            @Channel("product-deleted") Multi<Message<String>> deleted,
            ProductLife life,
            Inbox inbox,
            DeadLetters dead,
            ObjectMapper json,
            OpenChannels channels) {
        this.created = created;
        this.deleted = deleted;
        this.life = life;
        this.inbox = inbox;
        this.dead = dead;
        this.json = json;
        this.channels = channels;
    }

    void start(@Observes StartupEvent event) {
        listen(created, life::created);
        listen(deleted, life::deleted);
    }

    private void listen(Multi<Message<String>> channel, Turn turn) {
        loops.add(
                MessageLoop.start(
                        channel, IN_HAND, message -> handle(message, turn), channels::ended));
    }

    /// What an event does to a product.
    private interface Turn {
        void take(UUID product, Instant at);
    }

    private void handle(Arrived message, Turn turn) {
        switch (ProductMessage.read(message.value(), json)) {
            case ProductMessage.Malformed(String why) -> bury(message, why, 1);
            case ProductMessage.Understood(ProductEvent event) -> turn(message, event, turn);
        }
    }

    private void turn(Arrived message, ProductEvent event, Turn turn) {
        for (int attempt = 1; ; attempt++) {
            try {
                QuarkusTransaction.requiringNew().run(() -> once(message, event, turn));
                return;
            } catch (RuntimeException e) {
                if (DatabaseOutage.is(e)) {
                    throw e;
                }
                if (attempt == ATTEMPTS) {
                    bury(message, "failed for good: " + e, attempt);
                    return;
                }
                PAUSES.pause(attempt - 1);
            }
        }
    }

    private void once(Arrived message, ProductEvent event, Turn turn) {
        if (inbox.first(message.messageId(event.eventId()))) {
            turn.take(event.productId(), message.happened(event.timestamp()));
        }
    }

    private void bury(Arrived message, String why, int attempts) {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    if (inbox.first(message.origin())) {
                        dead.add(
                                Topics.PRODUCT_EVENTS_DLQ,
                                new DeadLetters.Dead(message, why, attempts, null));
                    }
                });
    }

    /// Before the database's connections go.
    void stop(@Observes ShutdownEvent event) {
        loops.forEach(MessageLoop::close);
    }
}
