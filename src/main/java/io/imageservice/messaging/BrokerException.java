package io.imageservice.messaging;

/// The broker could not be asked, or refused; the message says what in one sentence.
public final class BrokerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokerException(String what, Throwable cause) {
        super(what, cause);
    }
}
