package io.imageservice.asset;

import io.imageservice.engine.Header;
import io.imageservice.error.ErrorCode;
import java.nio.file.Path;

/// What looking at a file showed, whatever the caller claimed it was.
public sealed interface Inspection {
    /// Fit to be stored.
    ///
    /// @param sha256 of the bytes, lower-case hex
    record Accepted(String fileName, Path path, long bytes, Header header, String sha256)
            implements Inspection {}

    record Refused(ErrorCode code, String why) implements Inspection {}
}
