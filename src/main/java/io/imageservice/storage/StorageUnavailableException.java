package io.imageservice.storage;

import io.imageservice.error.ErrorCode;
import io.imageservice.error.ServiceException;
import java.util.Map;

/// Storage could not be asked, or refused. Work that meets it is tried again later; a request is
/// answered `503 STORAGE_UNAVAILABLE`. What exactly went wrong is for the log, not for the caller.
public final class StorageUnavailableException extends ServiceException {
    private static final long serialVersionUID = 1L;

    private final Throwable cause;

    StorageUnavailableException(Throwable cause) {
        super(
                ErrorCode.STORAGE_UNAVAILABLE,
                "object storage does not answer; try again later",
                Map.of("Retry-After", "5"));
        this.cause = cause;
    }

    /// A refusal is born without a cause, and `initCause` would refuse to set it afterwards.
    @Override
    public synchronized Throwable getCause() {
        return cause;
    }
}
