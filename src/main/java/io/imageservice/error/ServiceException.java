package io.imageservice.error;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A refusal that ends the request. Made by [ErrorCode#because]; turned into HTTP by
/// [ProblemMappers] alone.
public class ServiceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final int status;
    private final transient List<ProblemError> errors;
    private final transient @Nullable Duration retryAfter;

    protected ServiceException(ErrorCode code, String detail) {
        this(code, code.status(), detail, List.of(), null);
    }

    protected ServiceException(
            ErrorCode code,
            int status,
            String detail,
            List<ProblemError> errors,
            @Nullable Duration retryAfter) {
        // A refusal is an outcome, not a bug: no stack trace to pay for.
        super(detail, null, false, false);
        this.code = code;
        this.status = status;
        this.errors = errors;
        this.retryAfter = retryAfter;
    }

    /// The same refusal with every single thing that was wrong.
    public ServiceException with(List<ProblemError> all) {
        return new ServiceException(code, status, detail(), List.copyOf(all), retryAfter);
    }

    /// The same refusal with a `Retry-After` (whole seconds, at least 1).
    public ServiceException retryAfter(Duration wait) {
        return new ServiceException(code, status, detail(), errors, wait);
    }

    /// The same refusal under another status, where an old endpoint documents one.
    public ServiceException as(int otherStatus) {
        return new ServiceException(code, otherStatus, detail(), errors, retryAfter);
    }

    public ErrorCode code() {
        return code;
    }

    public int status() {
        return status;
    }

    /// What was wrong, in words for the caller.
    public String detail() {
        String message = getMessage();
        return message == null ? code.title() : message;
    }

    public List<ProblemError> errors() {
        return errors;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
