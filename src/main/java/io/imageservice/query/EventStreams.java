package io.imageservice.query;

import io.imageservice.error.ErrorCode;
import io.imageservice.error.ServiceException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// All open streams of this pod: how many there may be, and the one clock that keeps them alive.
@ApplicationScoped
class EventStreams {
    /// Heartbeats fall due stream by stream, so that thousands do not beat in the same instant.
    private static final long TICK_MILLIS = 1_000;

    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private final EventsConfig config;
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();

    EventStreams(EventsConfig config, MeterRegistry metrics) {
        this.config = config;
        metrics.gauge("images.event.streams", count);
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        vertx.setPeriodic(TICK_MILLIS, timer -> beat());
    }

    /// A stream that begins with `begin` when somebody reads it.
    ///
    /// @param begin is given the stream and gives back what ends it; runs on the subscriber's
    ///   thread
    /// @throws io.imageservice.error.ServiceException `SERVICE_UNAVAILABLE` when there are as many
    ///   as may be: here, because the answer's head leaves before a stream begins
    Multi<Frame> stream(Function<EventStream, Runnable> begin) {
        if (count.get() >= config.maxStreams()) {
            throw full();
        }
        return Multi.createFrom().emitter(out -> begin(out, begin), config.buffer());
    }

    private void begin(MultiEmitter<? super Frame> out, Function<EventStream, Runnable> begin) {
        if (count.incrementAndGet() > config.maxStreams()) {
            count.decrementAndGet();
            // Several came for the last place: those who lost it are told by the end.
            out.complete();
            return;
        }
        EventStream stream = new EventStream(out);
        open.add(stream);
        stream.send(Frame.HELLO);
        Runnable end = begin.apply(stream);
        out.onTermination(() -> {
            end.run();
            if (open.remove(stream)) {
                count.decrementAndGet();
            }
        });
    }

    private static ServiceException full() {
        return ErrorCode.SERVICE_UNAVAILABLE
                .because("this server has as many listeners as it takes")
                .retryAfter(COME_BACK);
    }

    private void beat() {
        long now = System.nanoTime();
        long every = config.heartbeat().toNanos();
        open.forEach(stream -> stream.beat(now, every));
    }

    /// Streams would hold up a pod that is to go; their readers come back to another one.
    void leave(@Observes ShutdownDelayInitiatedEvent event) {
        open.forEach(EventStream::end);
    }

    void stop(@Observes ShutdownEvent event) {
        open.forEach(EventStream::end);
    }
}
