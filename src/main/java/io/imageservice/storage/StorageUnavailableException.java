package io.imageservice.storage;

/// Storage could not be asked, or refused. Work that meets it is tried again later; a request is
/// answered `STORAGE_UNAVAILABLE`.
public final class StorageUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StorageUnavailableException(String what, Throwable cause) {
        super(what, cause);
    }
}
