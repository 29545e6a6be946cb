package io.imageservice.messaging;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/// Hands the messages of a channel to a handler, several side by side on virtual threads, and
/// acknowledges each when it is handled. A handler that throws is asked again, after growing
/// pauses: so an outage pauses the channel, and counts nothing.
public final class MessageLoop implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(MessageLoop.class);
    private static final Backoff PAUSES =
            new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));

    /// For what is being handled when the process is told to end: a short transaction each.
    private static final Duration DRAIN = Duration.ofSeconds(3);

    /// What is done with a message.
    @FunctionalInterface
    public interface Handler {
        void handle(Arrived message);
    }

    private final Handler handler;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closed;

    private MessageLoop(Handler handler) {
        this.handler = handler;
    }

    /// @param inHand messages handled at once
    /// @param ended told when the channel fails before the loop is closed
    public static MessageLoop start(
            Multi<Message<String>> channel,
            int inHand,
            Handler handler,
            Consumer<Throwable> ended) {
        MessageLoop loop = new MessageLoop(handler);
        channel.onItem()
                .transformToUni(loop::handled)
                .merge(inHand)
                .subscribe()
                .with(done -> {}, failure -> loop.failed(failure, ended));
        return loop;
    }

    /// A consumer that is closed under the connector's hands is none of ours.
    private void failed(Throwable failure, Consumer<Throwable> ended) {
        if (!closed) {
            ended.accept(failure);
        }
    }

    private Uni<Void> handled(Message<String> message) {
        if (closed) {
            return Uni.createFrom().nothing();
        }
        return Uni.createFrom()
                .item(() -> handle(message))
                .runSubscriptionOn(threads)
                .onItem()
                .transformToUni(done ->
                        done
                                ? Uni.createFrom().completionStage(message.ack())
                                : Uni.createFrom().<Void>nothing())
                // Whatever it was, the channel must go on; what is not acknowledged comes again.
                .onFailure()
                .invoke(failure -> LOG.error("a message was not acknowledged", failure))
                .onFailure()
                .recoverWithNull();
    }

    private boolean handle(Message<String> message) {
        Arrived arrived = Arrived.of(message);
        for (int faults = 0; !closed; faults++) {
            try {
                handler.handle(arrived);
                return true;
            } catch (RuntimeException | Error e) {
                LOG.warnf("%s is tried again: %s", arrived.origin(), e);
                if (!PAUSES.pause(faults)) {
                    return false;
                }
            }
        }
        return false;
    }

    /// Takes nothing more and waits for what is being handled; what is not handled in time stays
    /// unacknowledged, for others.
    @Override
    public void close() {
        closed = true;
        threads.shutdown();
        try {
            threads.awaitTermination(DRAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }
}
