package io.imageservice.platform;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Bounds the time of a client that has its answer and has not ended its request: one that stops
/// without an end, or goes on for ever, is cut off (RFC 9112, section 9.6). Nobody is cut off
/// before the answer.
@ApplicationScoped
class LingeringClose {
    private static final int FIRST = 10_000;
    private static final long MOST = 256L << 20;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration SILENCE = Duration.ofSeconds(5);

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    request.addEndHandler(answered -> {
                        if (answered.succeeded() && !request.request().isEnded()) {
                            watch(request);
                        }
                    });
                    request.next();
                },
                FIRST);
    }

    /// Throws away what a client still sends that nobody reads (any more), so that it finds the
    /// answer and not a reset connection; 256 MB of it at most.
    static void discard(RoutingContext request) {
        HttpServerRequest rest = request.request();
        if (rest.isEnded()) {
            return;
        }
        long begin = rest.bytesRead();
        rest.handler(
                        bytes -> {
                            if (rest.bytesRead() - begin > MOST) {
                                rest.connection().close();
                            }
                        })
                .resume();
    }

    private static void watch(RoutingContext request) {
        HttpServerRequest unfinished = request.request();
        var begin = System.nanoTime();
        var seen = new AtomicLong(unfinished.bytesRead());
        request.vertx()
                .setPeriodic(
                        SILENCE.toMillis(),
                        tick -> {
                            long now = unfinished.bytesRead();
                            boolean silent = seen.getAndSet(now) == now;
                            boolean late = System.nanoTime() - begin > LONGEST.toNanos();
                            if (unfinished.isEnded()) {
                                request.vertx().cancelTimer(tick);
                            } else if (silent || late) {
                                request.vertx().cancelTimer(tick);
                                unfinished.connection().close();
                            }
                        });
    }
}
