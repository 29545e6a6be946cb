package io.imageservice.platform;

import static java.util.Objects.requireNonNull;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.smallrye.config.DefaultValuesConfigSource;
import io.smallrye.config.PropertyName;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Defaults of names with a wildcard (`quarkus.log.category.*.level`), by how the names begin.
///
/// SmallRye Config keeps them in one map of names that all have the same hash, and goes through the
/// whole of it for every name that is set nowhere, ten thousand times in a start: a seventh of the
/// way to the first answer. In the native executable they are asked by [Source] instead; a build
/// against another SmallRye Config fails. On a JVM nothing changes.
final class WildcardDefaults {
    /// Where a wildcard, or what one could stand for, is in the first two segments.
    private static final String ANYHOW = "";

    private static final Map<Map<PropertyName, String>, WildcardDefaults> KNOWN =
            Collections.synchronizedMap(new IdentityHashMap<>());

    private final Map<String, Map<PropertyName, String>> byBeginning = new HashMap<>();
    private final int size;

    WildcardDefaults(Map<PropertyName, String> defaults) {
        defaults.forEach((name, value) ->
                byBeginning
                        .computeIfAbsent(beginning(name.getName()), none -> new HashMap<>())
                        .put(name, value));
        size = defaults.size();
    }

    /// Those of a source, to which more may have been added since it was asked last.
    private static WildcardDefaults of(Map<PropertyName, String> defaults) {
        return requireNonNull(
                KNOWN.compute(
                        defaults,
                        (key, known) ->
                                known == null || known.size != defaults.size()
                                        ? new WildcardDefaults(defaults)
                                        : known));
    }

    @Nullable String get(String name) {
        var asked = new PropertyName(name);
        String value = among(beginning(name), asked);
        return value == null ? among(ANYHOW, asked) : value;
    }

    private @Nullable String among(String beginning, PropertyName asked) {
        return byBeginning.getOrDefault(beginning, Map.of()).get(asked);
    }

    /// The first two segments: a wildcard stands for no less than one whole segment after them.
    private static String beginning(String name) {
        int second = name.indexOf('.', name.indexOf('.') + 1);
        String beginning = second < 0 ? name : name.substring(0, second);
        return has(beginning, '*') || has(beginning, '"') || has(beginning, '[')
                ? ANYHOW
                : beginning;
    }

    private static boolean has(String text, char character) {
        return text.indexOf(character) >= 0;
    }

    @TargetClass(DefaultValuesConfigSource.class)
    @SuppressWarnings("NullAway.Init") // the fields are the target's
    static final class Source {
        @Alias private Map<String, String> properties;
        @Alias private Map<PropertyName, String> wildcards;
        @Alias private boolean hasProfiledName;

        @Substitute
        public @Nullable String getValue(String name) {
            if (!hasProfiledName && name.startsWith("%")) {
                return null;
            }
            String value = properties.get(name);
            return value == null ? of(wildcards).get(name) : value;
        }
    }
}
