package io.imageservice.dialect;

import io.imageservice.error.ErrorCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// S1's `mode`: what is made of an upload, in the processing language.
enum S1Mode {
    THUMBNAIL("resize:300x300"),
    RESIZE("resize:1200x1200"),
    WATERMARK("watermark");

    private final String pipeline;

    S1Mode(String pipeline) {
        this.pipeline = pipeline;
    }

    List<String> pipelines() {
        return List.of(pipeline);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The mode of this word; empty when there is none.
    ///
    /// @throws io.imageservice.error.ServiceException `INVALID_PROCESSING` for any other word
    static Optional<S1Mode> read(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return Optional.empty();
        }
        return Stream.of(values())
                .filter(mode -> mode.word().equals(word))
                .findFirst()
                .or(() -> {
                    throw ErrorCode.INVALID_PROCESSING.because(
                            "mode is none of thumbnail, resize, watermark");
                });
    }
}
