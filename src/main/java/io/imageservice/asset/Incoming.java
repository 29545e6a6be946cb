package io.imageservice.asset;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file as a caller sent it, spooled to disk: nothing of it is trusted yet.
///
/// @param fileName what the caller called it; null when it did not say
/// @param bytes its size
public record Incoming(@Nullable String fileName, Path path, long bytes) {
    private static final Path NOWHERE = Path.of("");

    /// A part that was sent without a file name, and so was not spooled; it is always refused.
    ///
    /// @param bytes its size; all that matters is whether it is empty
    public static Incoming unnamed(long bytes) {
        return new Incoming(null, NOWHERE, bytes);
    }

    boolean spooled() {
        return !path.equals(NOWHERE);
    }
}
