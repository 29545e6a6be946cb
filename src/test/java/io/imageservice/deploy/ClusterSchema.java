package io.imageservice.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Judges documents by the schema of Kubernetes 1.33: its own types through the models generated
/// from its OpenAPI, the kinds operators add through the schemas in `src/test/resources/deploy`.
final class ClusterSchema {
    private static final String MODELS = "io.kubernetes.client.openapi.models.";

    private ClusterSchema() {}

    /// Empty when the document is sound, else what is wrong with it.
    static String complaint(JsonNode document) {
        try {
            var api = document.path("apiVersion").asText();
            var version = api.substring(api.indexOf('/') + 1);
            var model =
                    MODELS
                            + version.substring(0, 1).toUpperCase(Locale.ROOT)
                            + version.substring(1);
            var type = Class.forName(model + Manifests.kind(document));
            type.getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, JsonParser.parseString(document.toString()));
            return "";
        } catch (ClassNotFoundException e) {
            return customComplaint(document);
        } catch (InvocationTargetException e) {
            return String.valueOf(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String customComplaint(JsonNode document) {
        var file = Path.of("src/test/resources/deploy", Manifests.kind(document) + ".schema.json");
        try {
            var schema =
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(Files.readString(file));
            var messages = schema.validate(document);
            return messages.isEmpty() ? "" : messages.toString();
        } catch (IOException e) {
            return "no schema for " + document.path("apiVersion") + " " + Manifests.kind(document);
        }
    }
}
