package io.imageservice.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Runs one [RelayLoop] in every process that relays, from its start to its end.
@ApplicationScoped
class RelayStart {
    /// Longer than a send's delivery timeout.
    private static final Duration DRAIN = Duration.ofSeconds(12);

    private static final int LAST = 4000;

    private final RelayLoop loop;
    private @Nullable Thread thread;

    RelayStart(OutboxRows rows, OutboxRelay relay, KafkaConfig config, ProcessName process) {
        this.loop = new RelayLoop(process.name(), rows, relay::send, config.relay());
    }

    void start(@Observes StartupEvent event, Roles roles, Notifications notifications) {
        if (!roles.role().relays()) {
            return;
        }
        notifications.listen(Notifications.OUTBOX, payload -> loop.wake());
        // A platform thread: what a pod sends must not queue behind its virtual threads' file
        // reads.
        thread = Thread.ofPlatform().daemon().name("outbox-relay").start(loop);
    }

    /// Sends nothing new, waits for what is under way and gives the keys back; after the workers,
    /// whose last jobs still leave events.
    void stop(@Observes @Priority(LAST) ShutdownEvent event) throws InterruptedException {
        loop.stop();
        if (thread != null) {
            thread.join(DRAIN);
        }
    }
}
