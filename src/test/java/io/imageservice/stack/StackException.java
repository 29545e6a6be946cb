package io.imageservice.stack;

/// Something of the stack did not start or did not stay up. The message is a sentence for a person
/// who has never seen this code: what failed, and where its log is.
public final class StackException extends RuntimeException {
    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
