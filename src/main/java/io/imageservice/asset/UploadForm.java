package io.imageservice.asset;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A multipart upload: its files, spooled to disk, and its text fields.
///
/// @param several whether the caller used the part name for several files, and so expects a list
@Schema(hidden = true) // what a caller sends is in META-INF/openapi.yaml
public record UploadForm(List<Incoming> files, boolean several, Map<String, List<String>> fields) {
    public UploadForm {
        files = List.copyOf(files);
        fields = Map.copyOf(fields);
    }

    /// The first value of a field; null when it is absent or blank.
    public @Nullable String field(String name) {
        return all(name).stream().findFirst().orElse(null);
    }

    /// All values of a field that are not blank.
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of()).stream().filter(v -> !v.isBlank()).toList();
    }

    /// What makes a repeated request the same: fields, and name and bytes of every file.
    public String fingerprint() {
        var digest = Sha256.digest();
        new TreeMap<>(fields).forEach((name, values) -> Sha256.add(digest, name + values));
        for (Incoming file : files) {
            Sha256.add(digest, String.valueOf(file.fileName()));
            Sha256.add(digest, file.spooled() ? Sha256.of(file.path()) : "");
        }
        return Sha256.hex(digest);
    }
}
