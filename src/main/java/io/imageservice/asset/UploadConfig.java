package io.imageservice.asset;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;

/// What an upload may be.
@ConfigMapping(prefix = "images.upload")
public interface UploadConfig {
    /// The largest file, in bytes (`10M` = 10 x 1,048,576).
    @WithDefault("10M")
    MemorySize maxFileSize();

    /// The largest request, all its files together, in bytes.
    @WithDefault("100M")
    MemorySize maxRequestSize();

    /// The most files of one request.
    @WithDefault("100")
    @Min(1)
    int maxFiles();

    /// The most parts of one request, files and text fields together.
    @WithDefault("1000")
    @Min(1)
    int maxParts();

    /// The most bytes of one part's headers.
    @WithDefault("4K")
    MemorySize maxPartHeaderSize();

    /// The most bytes of all that is text in one request: fields, their names and names of files.
    @WithDefault("64K")
    MemorySize maxTextSize();

    /// Where files lie until their request ends; they are never held in memory.
    @WithDefault("${java.io.tmpdir}/image-service-uploads")
    Path directory();

    /// The most pixels of one image: width x height x frames.
    @WithDefault("50000000")
    @Min(1)
    long maxPixels();

    /// The most frames of an animation.
    @WithDefault("100")
    @Min(1)
    int maxFrames();

    /// The most uploads a pod takes at once; further ones are answered 503.
    @WithDefault("64")
    @Min(1)
    int maxConcurrent();

    /// The free space in bytes the folder for temporary files must keep; below it uploads are
    /// answered 503.
    @WithDefault("256M")
    MemorySize minFreeDisk();

    /// The longest `Prefer: wait`.
    @WithDefault("30s")
    Duration maxWait();

    /// How long the answer to an `Idempotency-Key` is kept.
    @WithDefault("24h")
    Duration idempotencyRetention();

    /// How long an unfinished request holds its `Idempotency-Key`.
    @WithDefault("2m")
    Duration idempotencyReservation();
}
