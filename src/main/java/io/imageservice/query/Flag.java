package io.imageservice.query;

import io.imageservice.error.ErrorCode;
import io.imageservice.error.ProblemError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A query parameter that is `true` or `false`.
final class Flag {
    private Flag() {}

    /// @throws io.imageservice.error.ServiceException `INVALID_REQUEST` for anything else
    static boolean of(String name, @Nullable String value) {
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        String detail = name + " is neither true nor false";
        throw ErrorCode.INVALID_REQUEST
                .because(detail)
                .with(List.of(ProblemError.in(name, ErrorCode.INVALID_REQUEST, detail)));
    }
}
