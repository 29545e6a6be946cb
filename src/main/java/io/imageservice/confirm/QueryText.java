package io.imageservice.confirm;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A query string as it was sent: `imageId=` is there and empty, which the framework's own reading
/// takes for absent.
final class QueryText {
    private QueryText() {}

    /// The values given under a name, in order; `name` without `=` is none.
    static List<String> values(@Nullable String rawQuery, String name) {
        List<String> values = new ArrayList<>();
        for (String pair : rawQuery == null ? new String[0] : rawQuery.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                String value = pair.substring(name.length() + 1);
                values.add(decoded(value));
            }
        }
        return values;
    }

    /// What is no percent-encoding stays as it is; it is no id either way.
    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
