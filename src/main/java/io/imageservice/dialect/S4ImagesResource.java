package io.imageservice.dialect;

import io.imageservice.access.Scope;
import io.imageservice.asset.ImageLinks;
import io.imageservice.asset.UploadForm;
import io.imageservice.image.ImageIds;
import io.imageservice.query.ImageViews;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `/images`: S4 uploads and reads here, S1 lists here.
@Path(S4ImagesResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class S4ImagesResource extends DialectResource {
    static final String PATH = "/images";

    private final DialectUploads uploads;
    private final ImageViews views;
    private final ImageLinks links;
    private final S1List list;

    S4ImagesResource(DialectUploads uploads, ImageViews views, ImageLinks links, S1List list) {
        this.uploads = uploads;
        this.views = views;
        this.links = links;
        this.list = list;
    }

    /// S4's answer to an upload.
    @Schema(name = "S4Queued")
    @RegisterForReflection
    record Queued(UUID id, String status, String message) {}

    @POST
    @RolesAllowed(Scope.WRITE)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Tag(name = "S4")
    @APIResponseSchema(value = Queued.class, responseCode = "200")
    @Operation(summary = "S4: upload one `file`")
    public Response upload(
            UploadForm upload, @HeaderParam("Idempotency-Key") @Nullable String key) {
        UploadForm form = DialectUploads.single(upload);
        var asked = new DialectUploads.Asked(PATH, key, null, form.all("processing"));
        String message = "Image uploaded successfully and queued for processing";
        return response(
                uploads.take(
                        form,
                        asked,
                        200,
                        images -> new Queued(images.getFirst().id, "PROCESSING", message)));
    }

    @GET
    @RolesAllowed(Scope.READ)
    @Path("{id}")
    @Tag(name = "S4")
    @Operation(summary = "S4: status and links of an image")
    public S4Image image(@PathParam("id") String id) {
        UUID imageId = ImageIds.parse(id);
        String original = "/api/v1/images/" + imageId + "/content?rendition=original";
        return S4Image.of(views.one(imageId), links.absolute(original));
    }

    @GET
    @RolesAllowed(Scope.READ)
    @Tag(name = "S1")
    @Operation(summary = "S1: 20 images a page, newest first, after the one named")
    public S1List.Page list(
            @QueryParam("last_created_at") @Nullable String lastCreatedAt,
            @QueryParam("last_id") @Nullable String lastId,
            @QueryParam("mode") @Nullable String mode) {
        return list.after(lastCreatedAt, lastId, mode);
    }
}
