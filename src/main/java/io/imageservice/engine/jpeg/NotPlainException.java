package io.imageservice.engine.jpeg;

/// What this decoder leaves to a codec that knows more: other kinds of JPEG, and broken ones, of
/// which the codec says what is wrong.
public final class NotPlainException extends Exception {
    private static final long serialVersionUID = 1;

    NotPlainException(String reason) {
        super(reason);
    }

    NotPlainException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
