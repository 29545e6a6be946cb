package io.imageservice.asset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imageservice.access.Caller;
import io.imageservice.access.Touched;
import io.imageservice.asset.Idempotency.Answer;
import io.imageservice.error.Problem;
import io.imageservice.error.ServiceException;
import io.imageservice.error.TraceId;
import io.imageservice.image.Image;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The way of every upload: judged, under its idempotency key, stored and recorded.
@ApplicationScoped
public class Submissions {
    private final UploadRules rules;
    private final Intake intake;
    private final Idempotency idempotency;
    private final Caller caller;
    private final ObjectMapper json;
    private final UploadMetrics metrics;
    private final Touched touched;

    Submissions(
            UploadRules rules,
            Intake intake,
            Idempotency idempotency,
            Caller caller,
            ObjectMapper json,
            UploadMetrics metrics,
            Touched touched) {
        this.rules = rules;
        this.intake = intake;
        this.idempotency = idempotency;
        this.caller = caller;
        this.json = json;
        this.metrics = metrics;
        this.touched = touched;
    }

    /// What an upload came to.
    ///
    /// @param imageIds the new images; empty when this is the answer of an earlier request
    public record Outcome(Answer answer, List<UUID> imageIds) {}

    /// @throws ServiceException when anything about it is refused
    public Outcome submit(Submission submission) {
        try {
            Outcome outcome = once(submission);
            metrics.accepted(outcome.imageIds().size());
            touched.images(outcome.imageIds());
            return outcome;
        } catch (ServiceException refusal) {
            metrics.refused(refusal.code());
            throw refusal;
        }
    }

    private Outcome once(Submission submission) {
        String key = submission.idempotencyKey();
        var request =
                new Idempotency.Request(
                        caller.principal(),
                        submission.path(),
                        key,
                        key == null ? "" : submission.form().fingerprint());
        List<Outcome> done = new ArrayList<>();
        return idempotency
                .once(
                        request,
                        refusal -> problem(refusal, submission.path()),
                        completion -> done.add(take(submission, completion)))
                .map(before -> new Outcome(before, List.of()))
                .orElseGet(done::getFirst);
    }

    private Outcome take(Submission submission, Idempotency.Completion completion) {
        var accepted = rules.files(submission);
        Intent intent = rules.intent(submission, caller.principal());
        List<Answer> answers = new ArrayList<>();
        Admission admission =
                new Admission() {
                    @Override
                    public void admit() {
                        submission.admission().admit();
                    }

                    @Override
                    public void recorded(List<Image> images) {
                        submission.admission().recorded(images);
                        Answer answer = submission.answer().apply(images);
                        answers.add(answer);
                        completion.complete(answer);
                    }
                };
        List<Image> images = intake.take(intent, accepted, admission);
        return new Outcome(answers.getFirst(), images.stream().map(image -> image.id).toList());
    }

    private Answer problem(ServiceException refusal, String path) {
        return new Answer(
                refusal.status(), null, write(Problem.of(refusal, path, TraceId.current())));
    }

    /// An answer's body as it is kept and sent.
    public String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of ours is not writable as JSON", e);
        }
    }
}
