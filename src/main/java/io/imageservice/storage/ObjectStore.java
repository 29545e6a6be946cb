package io.imageservice.storage;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Object storage: one bucket of an S3-compatible server. Every call may throw
/// [StorageUnavailableException]; no call may be made while a transaction is open.
public interface ObjectStore {
    /// Stores a file under a key, overwriting what was there.
    void put(String key, Path file, Attributes attributes);

    /// Stores bytes under a key, overwriting what was there.
    void put(String key, byte[] bytes, Attributes attributes);

    /// What is stored under a key, without its bytes; empty when there is nothing.
    Optional<Stat> stat(String key);

    /// The bytes from `offset`, `length` of them (0 = to the end); empty when there is nothing. The
    /// caller closes the stream.
    Optional<Content> read(String key, long offset, long length);

    /// Writes an object into a file; false when there is nothing.
    boolean download(String key, Path target);

    /// Removes an object; removing what is not there is fine.
    void remove(String key);

    /// Everything below a prefix (a recursive listing, page by page).
    void list(String prefix, Consumer<Listed> each);

    /// A link for the public endpoint that needs no credential and ends after `expiry`. Signed
    /// here, without asking the server.
    URI presign(String key, Duration expiry);

    /// Makes the bucket unless it is there.
    void createBucket();

    /// Whether the bucket is there; the probe behind health and readiness.
    boolean reachable();

    /// What is stored beside the bytes.
    record Attributes(String contentType, Map<String, String> headers) {}

    /// A part of an object on its way; `bytes` are those of the part.
    record Content(InputStream stream, long bytes, String etag) {}

    record Stat(long bytes, String etag, String contentType) {}

    record Listed(String key, long bytes, Instant lastModified) {}
}
