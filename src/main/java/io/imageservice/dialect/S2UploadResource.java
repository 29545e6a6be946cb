package io.imageservice.dialect;

import io.imageservice.access.Scope;
import io.imageservice.asset.ImageLinks;
import io.imageservice.asset.UploadForm;
import io.imageservice.error.ErrorCode;
import io.imageservice.error.ProblemError;
import io.imageservice.image.Image;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// S2's asynchronous upload: `POST /api/images`, its guide's section 4.1.
@Path(S2UploadResource.PATH)
@RolesAllowed(Scope.WRITE)
@Tag(name = "S2")
@RunOnVirtualThread
public class S2UploadResource extends DialectResource {
    static final String PATH = "/api/images";

    private final DialectUploads uploads;
    private final ImageLinks links;

    S2UploadResource(DialectUploads uploads, ImageLinks links) {
        this.uploads = uploads;
        this.links = links;
    }

    /// S2's answer; TEMP is called PROCESSING.
    @Schema(name = "S2Uploaded")
    @RegisterForReflection
    record Uploaded(UUID id, String imageUrl, String status) {}

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "S2: upload `file` or `files` with uploaderId and category")
    public Response upload(UploadForm form, @HeaderParam("Idempotency-Key") @Nullable String key) {
        demand(form, "uploaderId", "category");
        var asked = new DialectUploads.Asked(PATH, key, null, form.all("processing"));
        return response(uploads.take(form, asked, 200, images -> body(form, images)));
    }

    private Object body(UploadForm form, List<Image> images) {
        List<Uploaded> all =
                images.stream()
                        .map(image -> new Uploaded(image.id, links.imageUrl(image), "PROCESSING"))
                        .toList();
        return form.several() ? all : all.getFirst();
    }

    private static void demand(UploadForm form, String... fields) {
        List<ProblemError> missing =
                Stream.of(fields)
                        .filter(field -> form.field(field) == null)
                        .map(field ->
                                ProblemError.in(field, ErrorCode.INVALID_REQUEST, "is required"))
                        .toList();
        if (!missing.isEmpty()) {
            throw ErrorCode.INVALID_REQUEST
                    .because(missing.getFirst().field() + " is required")
                    .with(missing);
        }
    }
}
