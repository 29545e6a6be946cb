package io.imageservice.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/// One of several things that were wrong: at `index` (of a list, from 0) or in `field`.
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record ProblemError(
        @Nullable Integer index, @Nullable String field, ErrorCode code, String detail) {

    public static ProblemError at(int index, ErrorCode code, String detail) {
        return new ProblemError(index, null, code, detail);
    }

    public static ProblemError in(String field, ErrorCode code, String detail) {
        return new ProblemError(null, field, code, detail);
    }
}
