package io.imageservice.event;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// As much of JSON Schema as ours use: type, const, enum, properties, required, items, minimum.
/// Stricter in one thing: a member the schema does not name fails, so that documents cannot lag.
final class Schema {
    private Schema() {}

    static void check(JsonNode schema, JsonNode value, String where) {
        if (schema.has("type")) {
            assertTrue(
                    types(schema.get("type")).contains(type(value)),
                    where + " is a " + type(value));
        }
        if (schema.has("const")) {
            assertTrue(schema.get("const").equals(value), where + " is not the constant");
        }
        if (schema.has("enum")) {
            boolean one = false;
            for (JsonNode allowed : schema.get("enum")) {
                one |= allowed.equals(value);
            }
            assertTrue(one, where + " is none of the values");
        }
        if (schema.has("minimum")) {
            assertTrue(value.asLong() >= schema.get("minimum").asLong(), where + " is too small");
        }
        members(schema, value, where);
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            check(schema.get("items"), value.get(i), where + "[" + i + "]");
        }
    }

    private static void members(JsonNode schema, JsonNode value, String where) {
        for (JsonNode required : schema.path("required")) {
            assertTrue(value.has(required.asText()), where + " lacks " + required.asText());
        }
        if (value.isObject()) {
            value.fieldNames()
                    .forEachRemaining(name -> {
                        JsonNode property = schema.path("properties").path(name);
                        assertTrue(!property.isMissingNode(), where + "." + name + " is not told");
                        check(property, value.get(name), where + "." + name);
                    });
        }
    }

    private static List<String> types(JsonNode type) {
        List<String> types = new ArrayList<>();
        if (type.isArray()) {
            type.forEach(one -> types.add(one.asText()));
        } else {
            types.add(type.asText());
        }
        return types;
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case BOOLEAN -> "boolean";
            default -> "null";
        };
    }
}
