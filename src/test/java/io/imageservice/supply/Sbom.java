package io.imageservice.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// `./dev sbom`: adds the native codecs to the CycloneDX document Maven wrote, and writes the list
/// of licences from it.
public final class Sbom {
    static final Path LICENSES = Path.of("docs/licenses.md");
    static final Path DELIVERED = Path.of("target/quarkus-app/quarkus-app-dependencies.txt");
    private static final Path BOM = Path.of("target/bom.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Sbom() {}

    public static void main(String[] arguments) throws IOException {
        var bom = (ObjectNode) JSON.readTree(BOM.toFile());
        addDelivered(bom.withArray("components"));
        Files.writeString(LICENSES, licenses(bom));
        Codec.all().forEach(codec -> bom.withArray("components").add(component(codec)));
        JSON.writerWithDefaultPrettyPrinter().writeValue(BOM.toFile(), bom);
        System.out.println(
                "%s: %d components, %d of them native codecs"
                        .formatted(BOM, bom.get("components").size(), Codec.all().size()));
    }

    /// Extensions that Quarkus adds because two others are there; Maven's graph does not know them.
    private static void addDelivered(ArrayNode components) throws IOException {
        var known = new HashMap<String, JsonNode>();
        var groups = new HashMap<String, JsonNode>();
        for (var component : components) {
            known.put(component.path("purl").asText().replaceAll("\\?.*", ""), component);
            groups.put(component.path("group").asText(), component.path("licenses"));
        }
        for (var line : Files.readAllLines(DELIVERED)) {
            var words = line.split(":");
            var purl = "pkg:maven/%s/%s@%s".formatted(words[0], words[1], words[words.length - 1]);
            if (!known.containsKey(purl)) {
                var component = components.addObject().put("type", "library").put("purl", purl);
                component.put("bom-ref", purl).put("group", words[0]).put("name", words[1]);
                component.put("version", words[words.length - 1]);
                // of its siblings: there is no pom of it in the graph to ask
                component.set("licenses", groups.get(words[0]));
            }
        }
    }

    static ObjectNode component(Codec codec) {
        var component = JSON.createObjectNode();
        component.put("type", "library");
        component.put("bom-ref", "codec:" + codec.from() + "/" + codec.name());
        component.put("name", codec.name());
        codec.version().ifPresent(version -> component.put("version", version));
        if (codec.from().equals("image")) {
            component.put("purl", "pkg:deb/debian/" + codec.name() + "?distro=trixie");
        }
        ArrayNode properties = component.putArray("properties");
        properties.addObject().put("name", "image-service:from").put("value", from(codec));
        return component;
    }

    private static String from(Codec codec) {
        return switch (codec.from()) {
            case "jar" -> "inside webp-imageio";
            case "jdk" -> "the JDK's java.desktop, as of the JDK that wrote this document";
            default -> "package of the container images; /app/codecs.txt there has its version";
        };
    }

    private static String licenses(JsonNode bom) {
        return """
        # Licences

        Of the libraries that are delivered with the service, as their authors declare them. Written by `./dev sbom`, held
        true by `LicensesIT`. Versions are in the bill of materials that command writes, `target/bom.json`.

        | library | licence |
        |---|---|
        %s

        Native codecs: libwebp (BSD-3-Clause) is inside webp-imageio; those of the JDK are listed with their licences in its
        folder `legal/java.desktop`, those of the container images in `/usr/share/doc/*/copyright` there.
        """
                .formatted(
                        StreamSupport.stream(bom.path("components").spliterator(), false)
                                .map(Sbom::row)
                                .distinct()
                                .sorted()
                                .collect(Collectors.joining("\n")));
    }

    private static String row(JsonNode component) {
        var names =
                StreamSupport.stream(component.path("licenses").spliterator(), false)
                        .map(Sbom::license)
                        .sorted()
                        .collect(Collectors.joining(", "));
        return "| %s:%s | %s |"
                .formatted(
                        component.path("group").asText(), component.path("name").asText(), names);
    }

    private static String license(JsonNode choice) {
        var license = choice.path("license");
        return choice.path("expression")
                .asText(license.path("id").asText(license.path("name").asText()));
    }
}
