package io.imageservice.platform;

import io.imageservice.error.TraceId;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.MDC;

/// Every response carries `X-Trace-Id`, whichever part of the server answers.
@ApplicationScoped
class TraceHeader {
    private static final int BEFORE_ALL_OTHERS = 10_000;

    void register(@Observes Filters filters) {
        filters.register(TraceHeader::handle, BEFORE_ALL_OTHERS);
    }

    private static void handle(RoutingContext request) {
        String current = TraceId.current();
        String id = current.isEmpty() ? random() : current;
        if (current.isEmpty()) {
            // Paths that are not traced (health, metrics, the page) still log and answer with an
            // id.
            MDC.put(TraceId.MDC_KEY, id);
        }
        request.response().putHeader("X-Trace-Id", id);
        request.next();
    }

    private static String random() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}
