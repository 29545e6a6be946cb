package io.imageservice.confirm;

import io.imageservice.error.ErrorCode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `If-Match` (RFC 9110, 13.1.1) over a set's revision: strong comparison, so a weak tag never
/// matches; `*` asks that there is a set.
///
/// @param tags as sent, each with its quotes; null = unconditional
record Precondition(@Nullable List<String> tags) {
    static Precondition none() {
        return new Precondition(null);
    }

    static Precondition of(@Nullable String ifMatch) {
        return ifMatch == null
                ? none()
                : new Precondition(Arrays.stream(ifMatch.split(",")).map(String::strip).toList());
    }

    static String etag(long revision) {
        return "\"" + revision + "\"";
    }

    void check(long revision) {
        if (tags == null || tags.contains(etag(revision)) || (tags.contains("*") && revision > 0)) {
            return;
        }
        throw ErrorCode.PRECONDITION_FAILED.because(
                "the set is at revision %d by now".formatted(revision));
    }
}
