package io.imageservice.error;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jboss.logging.MDC;

/// The W3C trace id of what is going on here: 32 hex digits, the same in answer, log and history.
public final class TraceId {
    /// Under this name it stands in every log line.
    public static final String MDC_KEY = "traceId";

    private TraceId() {}

    /// The current one; empty outside any trace.
    public static String current() {
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            return span.getTraceId();
        }
        return MDC.get(MDC_KEY) instanceof String id ? id : "";
    }
}
