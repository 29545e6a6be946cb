package io.imageservice.product;

import io.imageservice.access.Scope;
import io.imageservice.asset.Idempotency.Answer;
import io.imageservice.asset.UploadAnswer;
import io.imageservice.asset.UploadForm;
import io.imageservice.error.Problem;
import io.imageservice.image.ImageIds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// A product's images (S0): upload one, get temporary links to all.
@Path("/api/v1/products/{productId}/images")
@Tag(name = "products")
@RunOnVirtualThread
public class ProductResource {
    private final ProductUploads uploads;
    private final TemporaryLinks links;

    ProductResource(ProductUploads uploads, TemporaryLinks links) {
        this.uploads = uploads;
        this.links = links;
    }

    @POST
    @RolesAllowed(Scope.WRITE)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = UploadAnswer.class, responseCode = "202")
    @Operation(
            summary =
                    "Upload one image; it takes the product's next place and is confirmed when READY")
    public Response upload(
            @PathParam("productId") String productId,
            UploadForm form,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        UUID product = ImageIds.parse(productId);
        String path = "/api/v1/products/" + product + "/images";
        Answer answer = uploads.upload(product, form, path, key);
        boolean problem = answer.status() >= 400;
        var response =
                Response.status(answer.status())
                        .type(problem ? Problem.MEDIA_TYPE : MediaType.APPLICATION_JSON)
                        .entity(answer.body());
        if (answer.location() != null) {
            response.header("Location", answer.location());
        }
        return response.build();
    }

    @GET
    @RolesAllowed(Scope.READ)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = TemporaryLinks.Answer.class, responseCode = "200")
    @Operation(summary = "Temporary links to the product's images, in order")
    public Response links(@PathParam("productId") String productId) {
        // The links end by themselves; nobody may keep them longer than we do.
        return Response.ok(links.of(ImageIds.parse(productId)))
                .header("Cache-Control", "no-store")
                .build();
    }
}
