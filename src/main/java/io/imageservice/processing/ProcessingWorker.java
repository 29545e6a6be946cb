package io.imageservice.processing;

import io.imageservice.messaging.Arrived;
import io.imageservice.messaging.Backoff;
import io.imageservice.messaging.OpenChannels;
import io.imageservice.messaging.Roles;
import io.imageservice.messaging.UnderWay;
import io.opentelemetry.context.Context;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.TracingMetadata;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/// Start reading here: takes tasks off `image.tasks` and acknowledges each when its image is READY,
/// FAILED, or nobody's business any more. Waiting is done on virtual threads, drawing in [Studio].
///
/// A process that is told to end takes no further task, ends or hands back what it has, and leaves
/// what it did not end unacknowledged for others.
@ApplicationScoped
class ProcessingWorker {
    private static final Logger LOG = Logger.getLogger(ProcessingWorker.class);

    /// Messages in hand, those that wait for a lease included; jobs are bounded by [TaskDesk].
    private static final int IN_HAND = 128;

    private static final Duration HAND_BACK = Duration.ofSeconds(3);

    /// A fault of ours must not spin.
    private static final Backoff FAULTS =
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    private final Multi<Message<String>> tasks;
    private final TaskDesk desk;
    private final Crew crew;
    private final WorkerConfig config;
    private final OpenChannels channels;
    private final UnderWay messages = new UnderWay();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    ProcessingWorker(
            @Channel("tasks") Multi<Message<String>> tasks,
            TaskDesk desk,
            Crew crew,
            WorkerConfig config,
            OpenChannels channels) {
        this.tasks = tasks;
        this.desk = desk;
        this.crew = crew;
        this.config = config;
        this.channels = channels;
    }

    void start(@Observes StartupEvent event, Roles roles, Studio studio) {
        if (roles.role().works()) {
            LOG.infof(
                    "rendering with %s on %d threads, %d pixels",
                    studio.engine().name(), config.threadsOrCores(), studio.permits().total());
        }
        // Also where the channel is idle: an unconnected channel would be a fault of the wiring.
        tasks.onItem()
                .transformToUni(this::handled)
                .merge(IN_HAND)
                .subscribe()
                .with(done -> {}, this::ended);
    }

    private void ended(Throwable failure) {
        if (!crew.leaving()) {
            channels.ended(failure);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        crew.leave(config.drain());
        // A job is not yet, or no longer, the crew's while it is taken up or handed back.
        messages.awaitNone(HAND_BACK);
    }

    private Uni<Void> handled(Message<String> message) {
        return Uni.createFrom()
                .item(() -> handle(message))
                .runSubscriptionOn(threads)
                .onItem()
                .transformToUni(done -> done ? acknowledged(message) : Uni.createFrom().nothing())
                // Whatever it was, the channel must go on; what is not acknowledged comes again.
                .onFailure()
                .invoke(failure -> LOG.error("a task was not acknowledged", failure))
                .onFailure()
                .recoverWithNull();
    }

    private static Uni<Void> acknowledged(Message<String> message) {
        return Uni.createFrom().completionStage(message.ack());
    }

    /// @return whether to acknowledge it
    private boolean handle(Message<String> message) {
        var trace = TracingMetadata.fromMessage(message).map(TracingMetadata::getCurrentContext);
        try (var scope = trace.map(Context::makeCurrent).orElse(null)) {
            return messages.during(() -> handle(Arrived.of(message)));
        }
    }

    /// Tries until it is handled or the process ends; neither a full disk nor a full heap ends
    /// that.
    private boolean handle(Arrived arrived) {
        for (int faults = 0; !crew.leaving(); faults++) {
            try {
                desk.handle(arrived);
                return true;
            } catch (InterruptedException e) {
                return false;
            } catch (Exception | Error e) {
                LOG.errorf(e, "%s is tried again", arrived.origin());
                FAULTS.pause(faults);
            }
        }
        return false;
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
