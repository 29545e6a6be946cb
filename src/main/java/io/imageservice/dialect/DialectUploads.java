package io.imageservice.dialect;

import io.imageservice.asset.Admission;
import io.imageservice.asset.Idempotency.Answer;
import io.imageservice.asset.Submission;
import io.imageservice.asset.Submissions;
import io.imageservice.asset.UploadForm;
import io.imageservice.engine.ImageFormat;
import io.imageservice.error.ErrorCode;
import io.imageservice.image.Image;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An upload in somebody else's words, taken the same way as every other.
@ApplicationScoped
class DialectUploads {
    private final Submissions submissions;

    DialectUploads(Submissions submissions) {
        this.submissions = submissions;
    }

    /// What an old endpoint adds to the form.
    ///
    /// @param path of the request
    /// @param mode S1's; null elsewhere
    /// @param pipelines what `mode` stands for; empty = the type's renditions
    record Asked(
            String path, @Nullable String key, @Nullable String mode, List<String> pipelines) {}

    /// @param status of the answer
    /// @param body what the caller is told of the new images
    Answer take(UploadForm form, Asked asked, int status, Function<List<Image>, Object> body) {
        Function<List<Image>, Answer> answer =
                images -> new Answer(status, null, submissions.write(body.apply(images)));
        String category = form.field("category");
        return submissions
                .submit(
                        new Submission(
                                form,
                                asked.path(),
                                asked.key(),
                                category == null ? Submission.DEFAULT_CATEGORY : category,
                                form.field("referenceId"),
                                form.field("uploaderId"),
                                asked.pipelines(),
                                asked.mode(),
                                Long.MAX_VALUE,
                                Set.of(ImageFormat.values()),
                                new Admission() {},
                                answer))
                .answer();
    }

    /// The form, when it has at most one file, as S1 and S4 take.
    static UploadForm single(UploadForm form) {
        if (form.files().size() > 1) {
            throw ErrorCode.INVALID_REQUEST.because("this endpoint takes one file");
        }
        return form;
    }
}
