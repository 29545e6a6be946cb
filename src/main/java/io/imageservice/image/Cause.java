package io.imageservice.image;

import io.imageservice.error.TraceId;

/// Why a status changes: `by` whom (a principal or `worker`, `sweeper`, ...), for what `reason`, in
/// which W3C trace (32 hex digits, or empty).
public record Cause(String by, String reason, String traceId) {
    /// As of now, in the trace of what is going on here.
    public static Cause of(String by, String reason) {
        return new Cause(by, reason, TraceId.current());
    }
}
