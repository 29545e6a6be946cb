package io.imageservice.asset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/// A multipart upload: its files, spooled to disk by the framework, and its text fields.
///
/// @param several whether the caller used the part name for several files, and so expects a list
public record UploadForm(List<Incoming> files, boolean several, Map<String, List<String>> fields) {
    private static final List<String> ONE = List.of("file", "image");
    private static final String MANY = "files";

    public UploadForm {
        files = List.copyOf(files);
        fields = Map.copyOf(fields);
    }

    /// Files are the parts `file`, `image` and `files`; all other parts are fields.
    public static UploadForm of(MultipartFormDataInput input) {
        List<Incoming> files = new ArrayList<>();
        Map<String, List<String>> fields = new TreeMap<>();
        Map<String, Collection<FormValue>> parts = input.getValues();
        for (String name : List.of("file", "image", MANY)) {
            parts.getOrDefault(name, List.of()).forEach(part -> files.add(incoming(part)));
        }
        parts.forEach((name, values) -> {
            if (!ONE.contains(name) && !name.equals(MANY)) {
                fields.put(name, values.stream().map(UploadForm::text).toList());
            }
        });
        return new UploadForm(files, parts.containsKey(MANY) || files.size() > 1, fields);
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

    private static Incoming incoming(FormValue part) {
        if (!part.isFileItem()) {
            // A part without a file name arrives as text; an empty one is an empty file.
            return Incoming.unnamed(part.getValue().length());
        }
        var item = part.getFileItem();
        try {
            return new Incoming(part.getFileName(), item.getFile(), item.getFileSize());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(FormValue part) {
        return part.isFileItem() ? "" : part.getValue();
    }
}
