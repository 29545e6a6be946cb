package io.imageservice.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/// Kubernetes documents, found by kind and name.
record Manifests(List<ObjectNode> documents) {
    static final ObjectMapper JSON = new ObjectMapper();

    /// Reads every document of a YAML text, anchors resolved, empty ones left out.
    static Manifests parse(String yaml) {
        var documents = new ArrayList<ObjectNode>();
        for (Object document : new Yaml().loadAll(yaml)) {
            if (document != null) {
                documents.add(JSON.valueToTree(document));
            }
        }
        return new Manifests(documents);
    }

    static Manifests read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<ObjectNode> ofKind(String kind) {
        return documents.stream().filter(document -> kind(document).equals(kind));
    }

    ObjectNode one(String kind, String name) {
        return ofKind(kind)
                .filter(document -> name(document).equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// Every document under `Kind/name`, in the order of the names.
    TreeMap<String, JsonNode> byName() {
        var all = new TreeMap<String, JsonNode>();
        documents.forEach(document -> all.put(kind(document) + "/" + name(document), document));
        return all;
    }

    /// The pod templates of Deployments and Jobs, and Pods themselves.
    Stream<JsonNode> podSpecs() {
        return documents.stream()
                .map(d -> kind(d).equals("Pod") ? d.path("spec") : d.at("/spec/template/spec"))
                .filter(JsonNode::isObject);
    }

    /// The environment a workload of ours ends up with: its ConfigMaps first, its own entries over
    /// them.
    TreeMap<String, String> environment(String kind, String name) {
        var container = one(kind, name).at("/spec/template/spec/containers/0");
        var environment = new TreeMap<String, String>();
        for (JsonNode from : container.path("envFrom")) {
            one("ConfigMap", from.at("/configMapRef/name").asText())
                    .path("data")
                    .properties()
                    .forEach(entry -> environment.put(entry.getKey(), entry.getValue().asText()));
        }
        for (JsonNode entry : container.path("env")) {
            var value =
                    entry.has("value")
                            ? entry.get("value").asText()
                            : entry.get("valueFrom").toString();
            environment.put(entry.get("name").asText(), value);
        }
        return environment;
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static String kind(JsonNode document) {
        return document.path("kind").asText();
    }

    static String name(JsonNode document) {
        return document.at("/metadata/name").asText();
    }
}
