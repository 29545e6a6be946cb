package io.imageservice.error;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A refusal that ends the request. Made by [ErrorCode#because]; turned into HTTP by
/// [ProblemMappers] alone.
public class ServiceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final int status;
    private final transient List<ProblemError> errors;
    private final transient Map<String, String> headers;

    protected ServiceException(ErrorCode code, String detail, Map<String, String> headers) {
        this(code, code.status(), detail, List.of(), headers);
    }

    private ServiceException(
            ErrorCode code,
            int status,
            String detail,
            List<ProblemError> errors,
            Map<String, String> headers) {
        // A refusal is an outcome, not a bug: no stack trace to pay for.
        super(detail, null, false, false);
        this.code = code;
        this.status = status;
        this.errors = errors;
        this.headers = Map.copyOf(headers);
    }

    /// The same refusal with every single thing that was wrong.
    public ServiceException with(List<ProblemError> all) {
        return new ServiceException(code, status, detail(), List.copyOf(all), headers);
    }

    /// The same refusal with a `Retry-After` (whole seconds, at least 1).
    public ServiceException retryAfter(Duration wait) {
        return header("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
    }

    /// The same refusal with one more header in its answer.
    public ServiceException header(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new ServiceException(code, status, detail(), errors, more);
    }

    /// The same refusal under another status, where an old endpoint documents one.
    public ServiceException as(int otherStatus) {
        return new ServiceException(code, otherStatus, detail(), errors, headers);
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

    /// What the answer's headers say beside the problem.
    public Map<String, String> headers() {
        return headers;
    }
}
