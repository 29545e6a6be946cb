package io.imageservice.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.imageservice.asset.Incoming;
import io.imageservice.asset.UploadConfig;
import io.imageservice.asset.UploadForm;
import io.imageservice.error.ErrorCode;
import io.imageservice.error.ServiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.fileupload2.core.FileItemInput;

/// What has been read of a form. Files are the parts `file`, `image` and `files`; all others are
/// fields.
final class FormParts {
    private static final String MANY = "files";
    private static final Set<String> FILES = Set.of("file", "image", MANY);

    private final List<Incoming> files = new ArrayList<>();
    private final Map<String, List<String>> fields = new TreeMap<>();
    private final int maxParts;
    private final int maxText;
    private boolean many;
    private int parts;
    private int text;

    FormParts(UploadConfig config) {
        maxParts = config.maxParts();
        maxText = (int) config.maxTextSize().asLongValue();
    }

    static boolean isFile(FileItemInput part) {
        return FILES.contains(part.getFieldName());
    }

    /// One more, before anything of it is read.
    void begin(FileItemInput part) {
        if (++parts > maxParts) {
            throw tooMuch("the form has", maxParts, "parts");
        }
        count(part.getFieldName());
        count(fileName(part));
    }

    void file(FileItemInput part, Path path) throws IOException {
        add(part, new Incoming(fileName(part), path, Files.size(path)));
    }

    /// A file without a name: it is always refused, and only whether it is empty matters.
    void unnamed(FileItemInput part) throws IOException {
        add(part, Incoming.unnamed(part.getInputStream().read() < 0 ? 0 : 1));
    }

    void field(FileItemInput part) throws IOException {
        byte[] value = part.getInputStream().readNBytes(maxText - text + 1);
        text += value.length;
        check();
        fields.computeIfAbsent(part.getFieldName(), name -> new ArrayList<>())
                .add(part.isFormField() ? new String(value, UTF_8) : "");
    }

    UploadForm whole() {
        return new UploadForm(files, many || files.size() > 1, fields);
    }

    static ServiceException tooMuch(String what, long most, String unit) {
        return ErrorCode.INVALID_REQUEST.because("%s more than %d %s".formatted(what, most, unit));
    }

    private void add(FileItemInput part, Incoming file) {
        many |= part.getFieldName().equals(MANY);
        files.add(file);
    }

    private void count(String name) {
        text += name.getBytes(UTF_8).length;
        check();
    }

    private void check() {
        if (text > maxText) {
            throw tooMuch("the texts of the form have", maxText, "bytes");
        }
    }

    /// As the client wrote it: who judges names sees all of it.
    private static String fileName(FileItemInput part) {
        try {
            String name = part.getName();
            return name == null ? "" : name;
        } catch (InvalidPathException e) {
            return e.getInput();
        }
    }
}
