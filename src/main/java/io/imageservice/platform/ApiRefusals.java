package io.imageservice.platform;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imageservice.error.ErrorCode;
import io.imageservice.error.Problem;
import io.imageservice.error.ServiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/// How operations refuse, as the OpenAPI document tells it: one problem answer a code, with an
/// example, and which of them an operation has.
final class ApiRefusals {
    private static final String SOMEWHERE = "/api/v1/images/01936c5e-7d3a-7c1e-9f4b-2a6d8e0b1c35";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final ObjectMapper JSON = new ObjectMapper();

    static final List<ServiceException> EXAMPLES =
            List.of(
                    ErrorCode.INVALID_REQUEST.because("limit is not in 1..100"),
                    ErrorCode.UNAUTHORIZED.because("a valid credential is needed"),
                    ErrorCode.FORBIDDEN.because("the credential does not allow this"),
                    ErrorCode.IMAGE_NOT_FOUND.because("there is no such image"),
                    ErrorCode.PRODUCT_NOT_FOUND.because("there is no such product"),
                    ErrorCode.ROUTE_NOT_FOUND.because("there is nothing at this path"),
                    ErrorCode.IMAGE_PROCESSING_IN_PROGRESS.because("the image is not rendered yet"),
                    ErrorCode.IDEMPOTENCY_KEY_IN_USE.because("the first request is under way"),
                    ErrorCode.PRECONDITION_FAILED.because("the set has another revision"),
                    ErrorCode.FILE_TOO_LARGE.because("the file has more than 10485760 bytes"),
                    ErrorCode.IDEMPOTENCY_KEY_REUSED.because("the key came with another request"),
                    ErrorCode.TOO_MANY_REQUESTS.because("too many requests"),
                    ErrorCode.SERVICE_UNAVAILABLE.because("not available now"));

    private static final List<ErrorCode> EVERYWHERE =
            List.of(
                    ErrorCode.UNAUTHORIZED,
                    ErrorCode.FORBIDDEN,
                    ErrorCode.TOO_MANY_REQUESTS,
                    ErrorCode.SERVICE_UNAVAILABLE);

    private static final List<ErrorCode> UPLOADING =
            List.of(
                    ErrorCode.FILE_TOO_LARGE,
                    ErrorCode.IDEMPOTENCY_KEY_IN_USE,
                    ErrorCode.IDEMPOTENCY_KEY_REUSED);

    private ApiRefusals() {}

    static List<ErrorCode> of(String path, Operation operation) {
        List<ErrorCode> codes = new ArrayList<>();
        notFound(path).ifPresent(codes::add);
        if (operation.getSecurity() == null) {
            return codes;
        }
        codes.addAll(EVERYWHERE);
        if (!ApiDocument.parameters(operation).isEmpty() || operation.getRequestBody() != null) {
            codes.add(ErrorCode.INVALID_REQUEST);
        }
        if (answersBytes(operation)) {
            codes.add(ErrorCode.IMAGE_PROCESSING_IN_PROGRESS);
        }
        if (takes(operation, "Idempotency-Key")) {
            codes.addAll(UPLOADING);
        }
        if (takes(operation, "If-Match")) {
            codes.add(ErrorCode.PRECONDITION_FAILED);
        }
        return codes;
    }

    private static Optional<ErrorCode> notFound(String path) {
        if (path.contains("{productId}")) {
            return Optional.of(ErrorCode.PRODUCT_NOT_FOUND);
        }
        if (path.contains("{") || path.endsWith("/confirm")) {
            boolean image = !path.contains("/admin/");
            return Optional.of(image ? ErrorCode.IMAGE_NOT_FOUND : ErrorCode.ROUTE_NOT_FOUND);
        }
        return Optional.empty();
    }

    private static boolean answersBytes(Operation operation) {
        APIResponse found = operation.getResponses().getAPIResponse("200");
        return found != null
                && found.getContent() != null
                && found.getContent().hasMediaType("*/*");
    }

    private static boolean takes(Operation operation, String header) {
        return ApiDocument.parameters(operation).stream()
                .anyMatch(parameter -> header.equals(parameter.getName()));
    }

    static APIResponse response(ServiceException refusal) {
        Map<String, Object> example =
                JSON.convertValue(Problem.of(refusal, SOMEWHERE, TRACE), new TypeReference<>() {});
        var media =
                OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().ref("Problem"))
                        .example(example);
        return OASFactory.createAPIResponse()
                .description(refusal.code().title())
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, media));
    }
}
