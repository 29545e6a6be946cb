package io.imageservice.deploy;

import io.imageservice.deploy.ConfigurationTable.ConfigurationKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The keys one `@ConfigMapping` interface declares, read from its source because the sentences
/// live there.
final class MappingSource {
    private static final Pattern PREFIX =
            Pattern.compile("@ConfigMapping\\(\\s*prefix = \"([^\"]+)\"");
    private static final Pattern INTERFACE =
            Pattern.compile("^\\s*(?:public )?interface (\\w+) .*");
    private static final Pattern METHOD =
            Pattern.compile("^\\s*([A-Z][\\w<>, ]*|int|long|short|double|boolean) (\\w+)\\(\\);.*");
    private static final Pattern DEFAULT = Pattern.compile("@WithDefault\\(\\s*\"([^\"]*)\"");
    private static final Pattern NAME = Pattern.compile("@WithName\\(\\s*\"([^\"]*)\"");

    private final Map<String, List<ConfigurationKey>> interfaces = new HashMap<>();
    private final String prefix;
    private String current = "";
    private String top = "";
    private final List<String> doc = new ArrayList<>();
    private final StringBuilder annotations = new StringBuilder();

    MappingSource(String source) {
        var found = PREFIX.matcher(source);
        if (!found.find()) {
            throw new IllegalStateException("a mapping without a prefix");
        }
        prefix = found.group(1);
        source.lines().forEach(this::line);
    }

    List<ConfigurationKey> keys() {
        var keys = new ArrayList<ConfigurationKey>();
        expand(prefix, top, keys);
        return keys;
    }

    private void expand(String path, String type, List<ConfigurationKey> into) {
        for (ConfigurationKey key : interfaces.getOrDefault(type, List.of())) {
            var name = path + "." + key.name();
            if (interfaces.containsKey(key.type())) {
                group(name, key, into);
            } else if (key.type().startsWith("Map<")) {
                expandMap(name + ".\"*\"", key, into);
            } else {
                into.add(new ConfigurationKey(name, key.type(), key.fallback(), key.meaning()));
            }
        }
    }

    /// A key of a group that says nothing itself means what the group means.
    private void group(String name, ConfigurationKey group, List<ConfigurationKey> into) {
        var members = new ArrayList<ConfigurationKey>();
        expand(name, group.type(), members);
        for (ConfigurationKey key : members) {
            var meaning = key.meaning().isEmpty() ? group.meaning() : key.meaning();
            into.add(new ConfigurationKey(key.name(), key.type(), key.fallback(), meaning));
        }
    }

    private void expandMap(String name, ConfigurationKey key, List<ConfigurationKey> into) {
        var value =
                key.type().substring(key.type().indexOf(',') + 1, key.type().length() - 1).strip();
        if (interfaces.containsKey(value)) {
            expand(name, value, into);
        } else {
            into.add(new ConfigurationKey(name, value, key.fallback(), key.meaning()));
        }
    }

    private void line(String line) {
        var declared = INTERFACE.matcher(line);
        var method = METHOD.matcher(line);
        if (line.strip().startsWith("///")) {
            doc.add(line.strip().substring(3).strip());
        } else if (declared.matches()) {
            current = declared.group(1);
            top = top.isEmpty() ? current : top;
            interfaces.put(current, new ArrayList<>());
            forget();
        } else if (method.matches()) {
            var name = first(NAME, kebab(method.group(2)));
            interfaces
                    .get(current)
                    .add(
                            new ConfigurationKey(
                                    name,
                                    method.group(1),
                                    first(DEFAULT, ""),
                                    String.join(" ", doc)));
            forget();
        } else if (line.isBlank()) {
            forget();
        } else {
            annotations.append(line.strip());
        }
    }

    private void forget() {
        doc.clear();
        annotations.setLength(0);
    }

    private String first(Pattern pattern, String otherwise) {
        Matcher found = pattern.matcher(annotations);
        return found.find() ? found.group(1) : otherwise;
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
