package io.imageservice.upload;

import io.imageservice.access.Scope;
import io.imageservice.asset.Idempotency.Answer;
import io.imageservice.asset.ImageLinks;
import io.imageservice.asset.Submission;
import io.imageservice.asset.Submissions;
import io.imageservice.asset.UploadAnswer;
import io.imageservice.asset.UploadConfig;
import io.imageservice.asset.UploadForm;
import io.imageservice.error.Problem;
import io.imageservice.image.Image;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `POST /api/v1/images`: one file or several, rendered in the background.
@Path(UploadResource.PATH)
@RolesAllowed(Scope.WRITE)
@Tag(name = "images")
@RunOnVirtualThread
public class UploadResource {
    static final String PATH = "/api/v1/images";

    private final Submissions submissions;
    private final StatusWait wait;
    private final ImageLinks links;
    private final UploadConfig config;

    UploadResource(
            Submissions submissions, StatusWait wait, ImageLinks links, UploadConfig config) {
        this.submissions = submissions;
        this.wait = wait;
        this.links = links;
        this.config = config;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "202", description = "Stored; rendered in the background")
    @Operation(summary = "Upload one image (`file`) or several (`files`)")
    public Response upload(
            UploadForm form,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Prefer") @Nullable String prefer) {
        Function<List<Image>, Answer> accepted =
                images -> new Answer(202, location(form, images), body(form, images));
        var outcome = submissions.submit(Submission.of(form, PATH, key, accepted));
        Optional<Duration> patience = Preference.wait(prefer, config.maxWait());
        if (patience.isEmpty() || outcome.imageIds().isEmpty()) {
            return answer(outcome.answer()).build();
        }
        return settled(form, outcome.imageIds(), outcome.answer(), patience.get());
    }

    private Response settled(UploadForm form, List<UUID> ids, Answer accepted, Duration patience) {
        Answer answer = wait.settled(ids, patience) ? finished(form, ids, accepted) : accepted;
        return answer(answer).header("Preference-Applied", "wait=" + patience.toSeconds()).build();
    }

    private Answer finished(UploadForm form, List<UUID> ids, Answer accepted) {
        String body = QuarkusTransaction.requiringNew().call(() -> body(form, Image.inOrder(ids)));
        return new Answer(200, accepted.location(), body);
    }

    private String body(UploadForm form, List<Image> images) {
        List<UploadAnswer> answers =
                images.stream().map(image -> UploadAnswer.of(image, links)).toList();
        return submissions.write(form.several() ? answers : answers.getFirst());
    }

    private static @Nullable String location(UploadForm form, List<Image> images) {
        return form.several() ? null : PATH + "/" + images.getFirst().id;
    }

    private static Response.ResponseBuilder answer(Answer answer) {
        boolean problem = answer.status() >= 400;
        var response =
                Response.status(answer.status())
                        .type(problem ? Problem.MEDIA_TYPE : MediaType.APPLICATION_JSON)
                        .entity(answer.body());
        if (answer.location() != null) {
            // Not location(): JAX-RS would make it absolute, from a Host header nobody vouches for.
            response.header("Location", answer.location());
        }
        return response;
    }
}
