package io.imageservice.platform;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Deals with a client that has its answer and has not ended its request: what it still sends is
/// thrown away, so that it finds the answer and not a reset connection, and nothing gathers; one
/// that stops without an end, or goes on for ever, is cut off (RFC 9112, section 9.6). Nobody is
/// cut off before the answer.
@ApplicationScoped
class LingeringClose {
    private static final int FIRST = 10_000;

    /// Bytes read on after the answer.
    private static final long MOST = 256L << 20;

    /// "Please stop sending, the answer is whole" (RFC 9113, section 8.1).
    private static final long NO_ERROR = 0;

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration SILENCE = Duration.ofSeconds(5);

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    Context loop = request.vertx().getOrCreateContext();
                    request.addEndHandler(answered -> {
                        if (answered.succeeded() && !request.request().isEnded()) {
                            // Where its end is told, so that it does not come in between.
                            loop.runOnContext(now -> linger(request));
                        }
                    });
                    request.next();
                },
                FIRST);
    }

    private static void linger(RoutingContext request) {
        HttpServerRequest rest = request.request();
        if (!rest.isEnded()) {
            discard(rest);
            watch(request.vertx(), rest);
        }
    }

    private static void discard(HttpServerRequest rest) {
        long begin = rest.bytesRead();
        rest.handler(
                        bytes -> {
                            if (rest.bytesRead() - begin > MOST) {
                                cut(rest);
                            }
                        })
                .resume();
    }

    private static void watch(Vertx vertx, HttpServerRequest unfinished) {
        var begin = System.nanoTime();
        var seen = new AtomicLong(unfinished.bytesRead());
        vertx.setPeriodic(
                SILENCE.toMillis(),
                tick -> {
                    long now = unfinished.bytesRead();
                    boolean silent = seen.getAndSet(now) == now;
                    boolean late = System.nanoTime() - begin > LONGEST.toNanos();
                    if (unfinished.isEnded()) {
                        vertx.cancelTimer(tick);
                    } else if (silent || late) {
                        vertx.cancelTimer(tick);
                        cut(unfinished);
                    }
                });
    }

    /// Ends a request of HTTP/2 alone: others share its connection.
    private static void cut(HttpServerRequest unfinished) {
        if (unfinished.version() == HttpVersion.HTTP_2) {
            unfinished.response().reset(NO_ERROR);
        } else {
            unfinished.connection().close();
        }
    }
}
