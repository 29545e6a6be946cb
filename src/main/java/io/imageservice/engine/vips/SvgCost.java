package io.imageservice.engine.vips;

import io.imageservice.engine.EngineFailure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/// Counts what a drawing draws, as often as it does: an element that is referred to counts again
/// for every reference, and so on through references in references.
final class SvgCost {
    private static final Pattern REFERENCE = Pattern.compile("#([^\\s)'\";]+)");
    private static final int DEEPEST = 256;

    /// What costs no more than some passes over the pixels. Turbulence and the like cost thousands,
    /// and `feConvolveMatrix` ends the process in librsvg 2.54.
    private static final Set<String> FILTERS =
            Set.of(
                    "feBlend",
                    "feColorMatrix",
                    "feComposite",
                    "feDropShadow",
                    "feFlood",
                    "feFuncA",
                    "feFuncB",
                    "feFuncG",
                    "feFuncR",
                    "feComponentTransfer",
                    "feGaussianBlur",
                    "feMerge",
                    "feMergeNode",
                    "feOffset");

    /// A filter's primitive passes over pixels that a shape never touches.
    private static final double PRIMITIVE = 20;

    /// Characters of a path that cost as much as an element.
    private static final double PATH = 50;

    /// From so many characters on, a path's segments may cross one another more often than they
    /// are.
    private static final double CROSSING = 2_000;

    private static final class Node {
        double own = 1;
        final List<Node> children = new ArrayList<>();
        final Map<String, Double> references = new HashMap<>();
        double total = -1;
    }

    private final Node root = new Node();
    private final Deque<Node> open = new ArrayDeque<>(List.of(root));
    private final Map<String, Node> named = new HashMap<>();
    private boolean style;

    void begin(XMLStreamReader reader) throws EngineFailure {
        String name = reader.getLocalName();
        boolean filter = name.startsWith("fe");
        if (filter && !FILTERS.contains(name)) {
            throw EngineFailure.unsupported("a drawing with " + name);
        }
        style = name.equals("style");
        Node node = new Node();
        node.own = filter ? PRIMITIVE : 1;
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attribute(node, reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        open.element().children.add(node);
        open.push(node);
        if (open.size() > DEEPEST) {
            throw EngineFailure.unsupported("a drawing deeper than " + DEEPEST);
        }
    }

    private void attribute(Node node, String name, String value) throws EngineFailure {
        if (name.equals("id")) {
            named.put(value, node);
        }
        if (name.contains("dasharray") || value.contains("dasharray")) {
            node.own += PRIMITIVE;
        }
        node.own += value.length() / PATH * (1 + value.length() / CROSSING);
        if (value.contains("marker")) {
            throw EngineFailure.unsupported("a drawing with markers");
        }
        // A marker is drawn at each corner of a path.
        double times = name.startsWith("marker") ? PATH : 1;
        Matcher reference = REFERENCE.matcher(value);
        while (reference.find()) {
            node.references.merge(reference.group(1), times, Double::sum);
        }
    }

    void end() {
        open.pop();
        style = false;
    }

    /// Rules could refer from any number of elements to any other.
    void text(String text) throws EngineFailure {
        if (style && (text.contains("url(#") || text.contains("marker"))) {
            throw EngineFailure.unsupported("a drawing with references in its style");
        }
        open.element().own += text.isBlank() ? 0 : text.length();
    }

    double total() {
        return total(root);
    }

    private double total(Node node) {
        if (node.total < 0) {
            // Whatever comes back here meanwhile is a circle, which librsvg does not follow.
            node.total = 0;
            double sum = node.own;
            for (Node child : node.children) {
                sum += total(child);
            }
            for (Map.Entry<String, Double> reference : node.references.entrySet()) {
                Node target = named.get(reference.getKey());
                sum += target == null ? 0 : reference.getValue() * total(target);
            }
            node.total = sum;
        }
        return node.total;
    }
}
