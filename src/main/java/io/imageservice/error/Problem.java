package io.imageservice.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A problem answer (RFC 9457) with our `code`, `traceId` and `errors[]` beside the standard
/// members.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema
@RegisterForReflection
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        String instance,
        ErrorCode code,
        String traceId,
        List<ProblemError> errors) {

    /// The media type of every problem answer.
    public static final String MEDIA_TYPE = "application/problem+json";

    /// Where the catalogue explains a code; a URN, so that no host is promised.
    public static URI typeOf(ErrorCode code) {
        return URI.create("urn:image-service:error:" + code.name());
    }

    /// What a refusal says at a path, in a trace.
    public static Problem of(ServiceException refusal, String instance, String traceId) {
        ErrorCode code = refusal.code();
        return new Problem(
                typeOf(code),
                code.title(),
                refusal.status(),
                refusal.detail(),
                instance,
                code,
                traceId,
                refusal.errors());
    }
}
