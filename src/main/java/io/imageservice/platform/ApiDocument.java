package io.imageservice.platform;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imageservice.error.ErrorCode;
import io.imageservice.error.Problem;
import io.imageservice.error.ServiceException;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/// Says once, for the whole OpenAPI document, what every operation has alike: how it refuses, and
/// what a parameter of a name means (`META-INF/openapi.yaml`). Runs while the service is built.
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {
    private static final String SOMEWHERE = "/api/v1/images/01936c5e-7d3a-7c1e-9f4b-2a6d8e0b1c35";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<ServiceException> EXAMPLES =
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

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Components shared = api.getComponents();
        EXAMPLES.forEach(refusal ->
                shared.addResponse(refusal.code().name(), response(refusal)));
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().values().forEach(operation -> {
                            refusals(path, operation).forEach(code -> refuse(operation, code));
                            operation.setParameters(explained(operation, shared));
                        }));
    }

    private static List<ErrorCode> refusals(String path, Operation operation) {
        List<ErrorCode> codes = new ArrayList<>();
        notFound(path).ifPresent(codes::add);
        if (operation.getSecurity() == null) {
            return codes;
        }
        codes.addAll(EVERYWHERE);
        if (!given(operation).isEmpty() || operation.getRequestBody() != null) {
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
        return found != null && found.getContent() != null && found.getContent().hasMediaType("*/*");
    }

    private static boolean takes(Operation operation, String header) {
        return given(operation).stream().anyMatch(parameter -> header.equals(parameter.getName()));
    }

    private static List<Parameter> given(Operation operation) {
        return Objects.requireNonNullElse(operation.getParameters(), List.of());
    }

    private static void refuse(Operation operation, ErrorCode code) {
        operation
                .getResponses()
                .addAPIResponse(
                        String.valueOf(code.status()),
                        OASFactory.createAPIResponse().ref(code.name()));
    }

    private static APIResponse response(ServiceException refusal) {
        Map<String, Object> example =
                JSON.convertValue(
                        Problem.of(refusal, SOMEWHERE, TRACE), new TypeReference<>() {});
        var media =
                OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().ref("Problem"))
                        .example(example);
        return OASFactory.createAPIResponse()
                .description(refusal.code().title())
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, media));
    }

    /// The operation's parameters; those the document explains are referred to.
    private static List<Parameter> explained(Operation operation, Components shared) {
        return given(operation).stream()
                .map(parameter ->
                        shared.getParameters().entrySet().stream()
                                .filter(known -> same(known.getValue(), parameter))
                                .map(known -> OASFactory.createParameter().ref(known.getKey()))
                                .findFirst()
                                .orElse(parameter))
                .toList();
    }

    private static boolean same(Parameter one, Parameter other) {
        return Objects.equals(one.getName(), other.getName()) && one.getIn() == other.getIn();
    }
}
