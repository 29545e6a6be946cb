package io.imageservice.platform;

/// What an operator is told of a failure: the innermost cause, on one line.
final class Sentence {
    private Sentence() {}

    static String of(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        String text = message == null ? innermost.getClass().getSimpleName() : message;
        return text.strip().replaceAll("\\s+", " ");
    }
}
