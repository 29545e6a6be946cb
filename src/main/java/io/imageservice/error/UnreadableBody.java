package io.imageservice.error;

import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What RESTEasy throws, without a type of its own, for a body it cannot read to its end: the fault
/// of who sent it.
final class UnreadableBody {
    private UnreadableBody() {}

    /// The answer to that failure; empty for any other.
    static Optional<ServiceException> refusal(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        if (!(failure instanceof IOException)) {
            return Optional.empty();
        }
        if (message.equals("Request too large")) {
            // It did not announce its length; Quarkus has counted it and ended the exchange.
            return Optional.of(HttpStatuses.refusal(413));
        }
        return cut(failure)
                ? Optional.of(ErrorCode.INVALID_REQUEST.because("the body is not whole"))
                : Optional.empty();
    }

    /// Whether the client left before the end, or announced less than it sent.
    private static boolean cut(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(e ->
                        e instanceof HttpClosedException || e instanceof ClosedChannelException);
    }
}
