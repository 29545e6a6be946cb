package io.imageservice.asset;

import io.imageservice.engine.ImageFormat;
import io.imageservice.error.ErrorCode;
import io.imageservice.error.ProblemError;
import io.imageservice.reference.ReferenceType;
import io.imageservice.reference.ReferenceTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an upload request must keep to, checked in the order of spec 2-http-api.md, so that what is
/// refused early costs nothing late.
@ApplicationScoped
class UploadRules {
    private static final int LONGEST_ID = 200;

    private final UploadConfig config;
    private final Inspector inspector;
    private final ReferenceTypes types;
    private final Pipelines pipelines;

    UploadRules(
            UploadConfig config, Inspector inspector, ReferenceTypes types, Pipelines pipelines) {
        this.config = config;
        this.inspector = inspector;
        this.types = types;
        this.pipelines = pipelines;
    }

    /// Every file, judged; all or nothing.
    List<Inspection.Accepted> files(Submission submission) {
        List<Incoming> files = submission.form().files();
        if (files.isEmpty()) {
            throw ErrorCode.INVALID_FILE.because("there is no part 'file', 'image' or 'files'");
        }
        requestSize(files);
        FileRules rules = rules(submission, types.find(submission.category()));
        List<Inspection.Accepted> accepted = new ArrayList<>();
        List<ProblemError> errors = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            switch (inspector.inspect(files.get(i), rules)) {
                case Inspection.Accepted file -> accepted.add(file);
                case Inspection.Refused(ErrorCode code, String why) ->
                        errors.add(ProblemError.at(i, code, why));
            }
        }
        if (!errors.isEmpty()) {
            ProblemError first = errors.getFirst();
            var refusal = first.code().because(first.detail());
            throw submission.form().several() ? refusal.with(errors) : refusal;
        }
        return accepted;
    }

    /// What the fields say, judged.
    Intent intent(Submission submission, String owner) {
        String category = submission.category();
        if (types.find(category).isEmpty()) {
            throw ErrorCode.REFERENCE_TYPE_NOT_FOUND.because("there is no such category");
        }
        length("referenceId", submission.referenceId());
        length("uploaderId", submission.uploaderId());
        return new Intent(
                category,
                submission.referenceId(),
                submission.uploaderId(),
                pipelines.read(submission.processing()),
                submission.mode(),
                owner);
    }

    private void requestSize(List<Incoming> files) {
        if (files.size() > config.maxFiles()) {
            throw ErrorCode.FILE_TOO_LARGE.because(
                    "%d files, at most %d".formatted(files.size(), config.maxFiles()));
        }
        long bytes = files.stream().mapToLong(Incoming::bytes).sum();
        long most = config.maxRequestSize().asLongValue();
        if (bytes > most) {
            throw ErrorCode.FILE_TOO_LARGE.because(
                    "the files have %d bytes together, at most %d".formatted(bytes, most));
        }
    }

    private FileRules rules(Submission submission, Optional<ReferenceType> type) {
        long most = Math.min(submission.maxBytes(), config.maxFileSize().asLongValue());
        Long ofType = type.map(t -> t.maxBytes).orElse(null);
        Set<ImageFormat> formats = EnumSet.copyOf(submission.formats());
        type.ifPresent(t -> formats.removeIf(format -> !t.accepts(format.name())));
        return new FileRules(ofType == null ? most : Math.min(most, ofType), formats);
    }

    private static void length(String field, @Nullable String value) {
        if (value != null && value.length() > LONGEST_ID) {
            String detail = "%s has at most %d characters".formatted(field, LONGEST_ID);
            throw ErrorCode.INVALID_REQUEST
                    .because(detail)
                    .with(List.of(ProblemError.in(field, ErrorCode.INVALID_REQUEST, detail)));
        }
    }
}
