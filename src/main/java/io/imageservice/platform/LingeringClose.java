package io.imageservice.platform;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/// Deals with a client that has its answer and has not ended its request: what it still sends is
/// thrown away, so that it finds the answer and not a reset connection, and nothing gathers; one
/// that stops without an end, or goes on for ever, is cut off (RFC 9112, section 9.6). Nobody is
/// cut off before the answer.
@ApplicationScoped
class LingeringClose {
    private static final int FIRST = 10_000;

    private static final Duration TICK = Duration.ofMillis(100);

    /// Bytes read of one request in a tick, 256 MB in the default of 20 s: a request without end
    /// does not get the processor others need.
    private static final long PACE = (256L << 20) / 200;

    /// "Please stop sending, the answer is whole" (RFC 9113, section 8.1).
    private static final long NO_ERROR = 0;

    private final long longest;

    LingeringClose(LimitsConfig limits) {
        longest = limits.linger().dividedBy(TICK);
    }

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

    private void linger(RoutingContext request) {
        if (!request.request().isEnded()) {
            var rest = new Rest(request.request());
            request.request().handler(bytes -> rest.read(bytes.length())).resume();
            request.vertx()
                    .setPeriodic(
                            TICK.toMillis(),
                            tick -> {
                                if (!rest.goesOn()) {
                                    request.vertx().cancelTimer(tick);
                                }
                            });
        }
    }

    /// What is left of one request.
    private final class Rest {
        private final HttpServerRequest request;
        private long inTick;
        private long ticks;
        private long silent;

        Rest(HttpServerRequest request) {
            this.request = request;
        }

        void read(int bytes) {
            inTick += bytes;
            if (inTick >= PACE && !request.isEnded()) {
                request.pause();
            }
        }

        /// Lets it send the share of the next tick, or cuts it off. One that has ended must not be
        /// resumed: HTTP/2 takes offence.
        boolean goesOn() {
            if (request.isEnded()) {
                return false;
            }
            silent = inTick == 0 ? silent + 1 : 0;
            if (4 * silent >= longest || ++ticks >= longest) {
                cut();
                return false;
            }
            inTick = 0;
            request.resume();
            return true;
        }

        /// Ends a request of HTTP/2 alone: others share its connection.
        private void cut() {
            if (request.version() == HttpVersion.HTTP_2) {
                request.response().reset(NO_ERROR);
            } else {
                request.connection().close();
            }
        }
    }
}
