package io.imageservice.platform;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Reads on what a client still sends when it has been answered, so that it finds the answer and
/// not a reset connection; one that goes on and on, or stops without an end, is cut off (RFC 9112,
/// section 9.6).
@ApplicationScoped
class LingeringClose {
    private static final int FIRST = 10_000;
    private static final long MOST_BYTES = 256L << 20;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration SILENCE = Duration.ofSeconds(5);

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    request.addEndHandler(answered -> {
                        if (answered.succeeded() && !request.request().isEnded()) {
                            linger(request);
                        }
                    });
                    request.next();
                },
                FIRST);
    }

    private static void linger(RoutingContext request) {
        var connection = request.request().connection();
        var begin = System.nanoTime();
        var bytes = new AtomicLong();
        var seen = new AtomicLong();
        long timer =
                request.vertx()
                        .setPeriodic(
                                SILENCE.toMillis(),
                                tick -> {
                                    boolean silent = bytes.get() == seen.getAndSet(bytes.get());
                                    if (silent || System.nanoTime() - begin > LONGEST.toNanos()) {
                                        request.vertx().cancelTimer(tick);
                                        connection.close();
                                    }
                                });
        request.request()
                .handler(more -> {
                    if (bytes.addAndGet(more.length()) > MOST_BYTES) {
                        connection.close();
                    }
                })
                .endHandler(end -> request.vertx().cancelTimer(timer))
                .resume();
    }
}
