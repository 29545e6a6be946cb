package io.imageservice.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;

/// Renders our kustomizations without a `kustomize` at hand. It knows what they use and refuses
/// anything else; where `kubectl` is installed a test holds its answer and this one equal.
final class Kustomization {
    private static final Set<String> KNOWN =
            Set.of(
                    "apiVersion",
                    "kind",
                    "namespace",
                    "resources",
                    "components",
                    "images",
                    "patches");

    private final List<ObjectNode> documents = new ArrayList<>();

    private Kustomization() {}

    static Manifests build(Path folder) {
        var kustomization = new Kustomization();
        kustomization.add(folder);
        return new Manifests(kustomization.documents);
    }

    private void add(Path folder) {
        var spec = Manifests.read(folder.resolve("kustomization.yaml")).documents().getFirst();
        spec.fieldNames().forEachRemaining(Kustomization::mustBeKnown);
        for (JsonNode resource : spec.path("resources")) {
            resource(folder.resolve(resource.asText()).normalize());
        }
        for (JsonNode component : spec.path("components")) {
            add(folder.resolve(component.asText()).normalize());
        }
        spec.path("patches").forEach(this::patch);
        spec.path("images").forEach(this::image);
        if (spec.has("namespace")) {
            documents.forEach(document -> namespace(document, spec.get("namespace").asText()));
        }
    }

    private void resource(Path path) {
        if (Files.isDirectory(path)) {
            documents.addAll(build(path).documents());
        } else {
            documents.addAll(Manifests.read(path).documents());
        }
    }

    private void patch(JsonNode patch) {
        var targets = documents.stream().filter(d -> selects(patch.path("target"), d)).toList();
        var body =
                Manifests.JSON.valueToTree(new Yaml().<Object>load(patch.path("patch").asText()));
        if (body instanceof ArrayNode operations) {
            targets.forEach(target -> operations.forEach(operation -> replace(target, operation)));
        } else if (body.path("$patch").asText().equals("delete")) {
            documents.removeAll(targets);
        } else {
            throw new IllegalStateException("not a patch this renderer knows: " + body);
        }
    }

    private static boolean selects(JsonNode target, ObjectNode document) {
        var label = target.path("labelSelector").asText("=").split("=", 2);
        var labels = document.at("/metadata/labels");
        return target.path("kind").asText().equals(Manifests.kind(document))
                && target.path("name")
                        .asText(Manifests.name(document))
                        .equals(Manifests.name(document))
                && (label[0].isEmpty() || labels.path(label[0]).asText().equals(label[1]));
    }

    private static void replace(ObjectNode document, JsonNode operation) {
        if (!operation.path("op").asText().equals("replace")) {
            throw new IllegalStateException("not an operation this renderer knows: " + operation);
        }
        var path = operation.path("path").asText();
        var cut = path.lastIndexOf('/');
        if (document.at(path).isMissingNode()) {
            throw new IllegalStateException(
                    "nothing to replace at " + path + " of " + Manifests.name(document));
        }
        ((ObjectNode) document.at(path.substring(0, cut)))
                .set(path.substring(cut + 1), operation.get("value"));
    }

    private void image(JsonNode image) {
        for (JsonNode pod : new Manifests(documents).podSpecs().toList()) {
            for (JsonNode container : pod.path("containers")) {
                var name = container.path("image").asText();
                if (name.startsWith(image.path("name").asText() + ":")) {
                    var to = image.path("newName").asText(image.path("name").asText());
                    ((ObjectNode) container).put("image", to + ":" + image.path("newTag").asText());
                }
            }
        }
    }

    private static void namespace(ObjectNode document, String namespace) {
        if (!Manifests.kind(document).equals("Namespace")) {
            ((ObjectNode) document.path("metadata")).put("namespace", namespace);
        }
    }

    private static void mustBeKnown(String field) {
        if (!KNOWN.contains(field)) {
            throw new IllegalStateException("not a field this renderer knows: " + field);
        }
    }
}
