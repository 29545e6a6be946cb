package io.imageservice.engine.vips;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class NativeShapesTest {
    private static final String METADATA =
            "/META-INF/native-image/io.imageservice/image-service/reachability-metadata.json";

    @Test
    void everyShapeOfCallIsRegisteredForANativeExecutable() throws Exception {
        try (InputStream metadata = getClass().getResourceAsStream(METADATA)) {
            JsonNode calls = new ObjectMapper().readTree(metadata).at("/foreign/downcalls");

            Set<String> registered =
                    StreamSupport.stream(calls.spliterator(), false)
                            .map(NativeShapesTest::spelt)
                            .collect(Collectors.toSet());

            List<String> missing =
                    Shape.ALL.stream()
                            .map(NativeShapesTest::spelt)
                            .filter(shape -> !registered.contains(shape))
                            .toList();
            assertEquals(List.of(), missing);
        }
    }

    private static String spelt(JsonNode call) {
        String arguments =
                StreamSupport.stream(call.get("parameterTypes").spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(","));
        return call.get("returnType").asText() + "(" + arguments + ")";
    }

    private static String spelt(FunctionDescriptor shape) {
        String arguments =
                shape.argumentLayouts().stream()
                        .map(NativeShapesTest::spelt)
                        .collect(Collectors.joining(","));
        return shape.returnLayout().map(NativeShapesTest::spelt).orElse("void")
                + "("
                + arguments
                + ")";
    }

    private static String spelt(MemoryLayout layout) {
        return switch (layout) {
            case ValueLayout.OfInt any -> "int";
            case ValueLayout.OfLong any -> "long";
            default -> "void*";
        };
    }
}
