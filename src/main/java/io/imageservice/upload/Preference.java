package io.imageservice.upload;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads `Prefer: wait=N` (RFC 7240, section 4.3). What cannot be read is ignored, as the RFC asks.
final class Preference {
    private static final Pattern WAIT =
            Pattern.compile(
                    "(?:^|[,;])\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(?=$|[,;])",
                    Pattern.CASE_INSENSITIVE);

    private Preference() {}

    /// How long to wait, clamped to `most`; empty when the caller does not want to.
    static Optional<Duration> wait(@Nullable String header, Duration most) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher found = WAIT.matcher(header);
        if (!found.find()) {
            return Optional.empty();
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(found.group(1)));
        return Optional.of(asked.compareTo(most) > 0 ? most : asked);
    }
}
