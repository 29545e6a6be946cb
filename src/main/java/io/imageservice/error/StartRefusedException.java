package io.imageservice.error;

/// The process cannot do its duty as it is configured, or without what is missing. Its message is
/// all an operator is shown: one sentence, no stack trace.
public final class StartRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartRefusedException(String sentence) {
        super(sentence, null, false, false);
    }
}
