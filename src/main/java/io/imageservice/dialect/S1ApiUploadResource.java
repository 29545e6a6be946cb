package io.imageservice.dialect;

import io.imageservice.access.Scope;
import io.imageservice.asset.UploadForm;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// S1: `POST /api/upload`, the same under /api.
@Path(S1ApiUploadResource.PATH)
@RolesAllowed(Scope.WRITE)
@Tag(name = "S1")
@RunOnVirtualThread
public class S1ApiUploadResource extends DialectResource {
    static final String PATH = "/api/upload";

    private final S1Uploads uploads;

    S1ApiUploadResource(S1Uploads uploads) {
        this.uploads = uploads;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = S1Uploads.Uploaded.class, responseCode = "202")
    @Operation(summary = "S1: upload one `file` with a `mode`")
    public Response upload(UploadForm form, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return response(uploads.take(form, PATH, key));
    }
}
