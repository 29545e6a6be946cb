package io.imageservice.image;

/// Why a status changes: `by` whom (a principal or `worker`, `sweeper`, ...), for what `reason`, in
/// which W3C trace (32 hex digits, or empty).
public record Cause(String by, String reason, String traceId) {}
