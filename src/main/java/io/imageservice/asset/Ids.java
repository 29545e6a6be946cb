package io.imageservice.asset;

import io.imageservice.error.ErrorCode;
import io.imageservice.error.ProblemError;
import io.imageservice.error.ServiceException;
import io.imageservice.reference.Products;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Ids as callers write them.
public final class Ids {
    private static final int LONGEST_REFERENCE = 200;

    private Ids() {}

    /// A UUID in its 36 characters; anything else is `INVALID_REQUEST`.
    public static UUID parse(String text) {
        return Products.parse(text)
                .orElseThrow(() -> ErrorCode.INVALID_REQUEST.because("not a UUID: " + shown(text)));
    }

    /// A reference id: 1 to 200 characters, none of them a control character (PostgreSQL holds no
    /// NUL); anything else is `INVALID_REQUEST`.
    public static String reference(@Nullable String text) {
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

    private static String shown(String text) {
        return text.length() <= 64 ? text : text.substring(0, 64) + "…";
    }
}
