package io.imageservice.platform;

import io.imageservice.error.ErrorCode;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/// Says once, for the whole OpenAPI document, what every operation has alike: how it refuses, and
/// what a parameter of a name means (`META-INF/openapi.yaml`). Runs while the service is built.
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI api) {
        Components shared = api.getComponents();
        ApiRefusals.EXAMPLES.forEach(refusal ->
                shared.addResponse(refusal.code().name(), ApiRefusals.response(refusal)));
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations()
                                .values()
                                .forEach(operation -> {
                                    ApiRefusals.of(path, operation)
                                            .forEach(code -> refuse(operation, code));
                                    operation.setParameters(explained(operation, shared));
                                }));
    }

    static List<Parameter> parameters(Operation operation) {
        return Objects.requireNonNullElse(operation.getParameters(), List.of());
    }

    private static void refuse(Operation operation, ErrorCode code) {
        operation
                .getResponses()
                .addAPIResponse(
                        String.valueOf(code.status()),
                        OASFactory.createAPIResponse().ref(code.name()));
    }

    /// The operation's parameters; those the document explains are referred to.
    private static List<Parameter> explained(Operation operation, Components shared) {
        return parameters(operation).stream()
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
