package io.imageservice.asset;

import io.imageservice.engine.Header;
import io.imageservice.engine.HeaderReading;
import io.imageservice.engine.ImageFormat;
import io.imageservice.engine.PixelBudget;
import io.imageservice.engine.header.Headers;
import io.imageservice.error.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Judges a file by its bytes, cheapest check first (spec 2-http-api.md, "Uploads: what is
/// refused"). No pixel is decoded.
@ApplicationScoped
public class Inspector {
    private final PixelBudget budget;

    Inspector(UploadConfig config) {
        budget = PixelBudget.of(config.maxPixels(), config.maxFrames());
    }

    public Inspection inspect(Incoming file, FileRules rules) {
        if (file.bytes() == 0) {
            return new Inspection.Refused(ErrorCode.INVALID_FILE, "the file is empty");
        }
        return FileNames.refusal(file.fileName())
                .or(() -> extension(String.valueOf(file.fileName())))
                .or(() -> size(file, rules))
                .<Inspection>map(refused -> refused)
                .orElseGet(() -> bytes(file, rules));
    }

    private static Optional<Inspection.Refused> extension(String name) {
        String extension = FileNames.extension(name);
        if (extension.isEmpty()) {
            return refused(ErrorCode.FILE_EXTENSION_NOT_FOUND, "the name has no extension");
        }
        return ImageFormat.ofExtension(extension).isPresent()
                ? Optional.empty()
                : refused(ErrorCode.INVALID_FILE_EXTENSION, "the extension is not supported");
    }

    private static Optional<Inspection.Refused> size(Incoming file, FileRules rules) {
        return file.bytes() <= rules.maxBytes()
                ? Optional.empty()
                : refused(
                        ErrorCode.FILE_TOO_LARGE,
                        "the file has %d bytes, at most %d"
                                .formatted(file.bytes(), rules.maxBytes()));
    }

    private Inspection bytes(Incoming file, FileRules rules) {
        return switch (Headers.read(file.path())) {
            case HeaderReading.Unknown unknown ->
                    new Inspection.Refused(
                            ErrorCode.INVALID_FILE_CONTENT, "the bytes are no supported format");
            case HeaderReading.Broken broken ->
                    new Inspection.Refused(
                            ErrorCode.INVALID_FILE_CONTENT,
                            "the bytes begin like %s, but: %s"
                                    .formatted(broken.format(), broken.why()));
            case HeaderReading.Recognised(Header header) -> judge(file, header, rules);
        };
    }

    private Inspection judge(Incoming file, Header header, FileRules rules) {
        if (!rules.accepts(header.format())) {
            return new Inspection.Refused(
                    ErrorCode.INVALID_EXTENSION, "%s is not taken here".formatted(header.format()));
        }
        return budget.refusal(header)
                .<Inspection>map(why -> new Inspection.Refused(ErrorCode.IMAGE_TOO_LARGE, why))
                .orElseGet(() -> accepted(file, header));
    }

    private static Inspection accepted(Incoming file, Header header) {
        String name = String.valueOf(file.fileName());
        return new Inspection.Accepted(
                name, file.path(), file.bytes(), header, Sha256.of(file.path()));
    }

    private static Optional<Inspection.Refused> refused(ErrorCode code, String why) {
        return Optional.of(new Inspection.Refused(code, why));
    }
}
