package io.imageservice.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// An OpenAPI document as a client reads it.
final class DocumentedApi {
    private static final String PROBLEM = "application/problem+json";

    private final JsonNode document;

    DocumentedApi(JsonNode document) {
        this.document = document;
        // What is not documented is not there.
        document.findParents("properties")
                .forEach(schema -> ((ObjectNode) schema).put("additionalProperties", false));
    }

    /// Every operation whose path begins so, as `get /path`.
    TreeMap<String, JsonNode> operations(String prefix) {
        var all = new TreeMap<String, JsonNode>();
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(verb ->
                                        all.put(
                                                verb.getKey() + " " + path.getKey(),
                                                verb.getValue())));
        all.keySet().removeIf(name -> !name.substring(name.indexOf(' ') + 1).startsWith(prefix));
        return all;
    }

    /// Whether its successes have a schema each, or no content at all.
    boolean answers(JsonNode operation) {
        var successes =
                operation.path("responses").properties().stream()
                        .filter(response -> response.getKey().startsWith("2"))
                        .flatMap(response ->
                                resolved(response.getValue()).path("content").properties().stream())
                        .toList();
        return operation.path("responses").properties().stream()
                        .anyMatch(response -> response.getKey().startsWith("2"))
                && successes.stream().noneMatch(m -> m.getValue().path("schema").isEmpty());
    }

    /// Whether it documents this refusal as a problem, and every refusal it documents.
    boolean refuses(JsonNode operation, String status) {
        return operation.path("responses").has(status)
                && operation.path("responses").properties().stream()
                        .filter(response -> response.getKey().charAt(0) >= '4')
                        .map(response -> resolved(response.getValue()).at("/content"))
                        .allMatch(content -> content.path(PROBLEM).has("schema"));
    }

    /// The schema of the multipart body; missing where there is none.
    JsonNode form(JsonNode operation) {
        return resolved(operation.at("/requestBody/content/multipart~1form-data/schema"));
    }

    JsonNode answer(String operation, String status, String contentType) {
        JsonNode responses = operations("/").get(operation).path("responses");
        String media = contentType.replaceAll(";.*", "");
        return resolved(responses.path(status)).path("content").path(media).path("schema");
    }

    Set<String> schemas() {
        return document.at("/components/schemas").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Schemas nothing refers to.
    Set<String> unused() {
        Set<String> unused = schemas();
        document.findValues("$ref")
                .forEach(ref -> unused.remove(ref.asText().replaceAll(".*/", "")));
        return unused;
    }

    /// Schemas with members of which none has to be there.
    Set<String> open() {
        Set<String> open = schemas();
        open.removeIf(name -> !schema(name).has("properties") || schema(name).has("required"));
        return open;
    }

    JsonNode schema(String name) {
        return document.at("/components/schemas/" + name);
    }

    /// The example of every schema that has one, by its name.
    Map<String, JsonNode> examples() {
        var all = new TreeMap<String, JsonNode>();
        for (String name : schemas()) {
            JsonNode example = schema(name).at("/examples/0");
            if (!example.isMissingNode() && schema(name).has("properties")) {
                all.put(name, example);
            }
        }
        return all;
    }

    /// The example of every refusal, by its code.
    Map<String, JsonNode> refusals() {
        var all = new TreeMap<String, JsonNode>();
        document.at("/components/responses")
                .properties()
                .forEach(response ->
                        all.put(
                                response.getKey(),
                                response.getValue().path("content").path(PROBLEM).path("example")));
        return all;
    }

    /// What of a value its schema does not allow; empty when it is as documented.
    Set<ValidationMessage> complaints(JsonNode value, JsonNode schema) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.set("components", document.path("components"));
        whole.putArray("allOf").add(schema);
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(whole).validate(value);
    }

    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }
}
