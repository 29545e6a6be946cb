package io.imageservice.messaging;

import io.imageservice.messaging.OutboxRows.Waiting;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/// Sends the events of a key, one after the other: the next only after the broker acknowledged the
/// last. The only emitter of the service; [RelayLoop] decides which keys.
@ApplicationScoped
class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final MutinyEmitter<String> emitter;
    private final OutboxRecord record;
    private final TopicGate topics;
    private final Counter sent;
    private final Counter failed;

    /// @param emitter without a bound of its own: the loop holds at most so many keys, a key one
    ///   event
    OutboxRelay(
            @Channel("outbox") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<String> emitter,
            OutboxRecord record,
            TopicGate topics,
            MeterRegistry metrics) {
        this.emitter = emitter;
        this.record = record;
        this.topics = topics;
        this.sent = metrics.counter("images.outbox.sent");
        this.failed = metrics.counter("images.outbox.failures");
    }

    /// Sends until the turn is over or fails, then tells `whenOver`, once, on whatever thread.
    void send(KeyTurn turn, Consumer<KeyTurn> whenOver) {
        Optional<Waiting> event = turn.next();
        if (event.isEmpty()) {
            whenOver.accept(turn);
            return;
        }
        emit(event.get())
                .whenComplete((done, failure) -> {
                    if (failure == null) {
                        sent.increment();
                        turn.acknowledged(event.get());
                    } else {
                        refused(turn, failure);
                    }
                    send(turn, whenOver);
                });
    }

    private CompletableFuture<Void> emit(Waiting event) {
        return topics.pass(event.topic())
                .thenCompose(
                        open -> emitter.sendMessage(record.of(event)).subscribeAsCompletionStage());
    }

    private void refused(KeyTurn turn, Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        failed.increment();
        turn.failed(cause);
        LOG.warnf("%s %s waits: %s", turn.topic(), turn.key(), turn.error());
    }
}
