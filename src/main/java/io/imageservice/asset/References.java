package io.imageservice.asset;

import io.imageservice.error.ErrorCode;
import io.imageservice.error.ProblemError;
import io.imageservice.error.ServiceException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reference ids as callers write them.
public final class References {
    private static final int LONGEST_REFERENCE = 200;

    private References() {}

    /// A reference id: 1 to 200 characters, none of them a control character (PostgreSQL holds no
    /// NUL); anything else is `INVALID_REQUEST`.
    public static String parse(@Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST_REFERENCE) {
            throw invalidReference("has 1 to %d characters".formatted(LONGEST_REFERENCE));
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw invalidReference("has no control characters");
        }
        return text;
    }

    private static ServiceException invalidReference(String rule) {
        String detail = "referenceId " + rule;
        return ErrorCode.INVALID_REQUEST
                .because(detail)
                .with(List.of(ProblemError.in("referenceId", ErrorCode.INVALID_REQUEST, detail)));
    }
}
