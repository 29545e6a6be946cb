package io.imageservice.query;

import io.imageservice.access.Scope;
import io.imageservice.asset.Images;
import io.imageservice.error.ErrorCode;
import io.imageservice.image.Image;
import io.imageservice.image.ImageIds;
import io.imageservice.image.StoredObject;
import io.imageservice.storage.ObjectStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// An image itself: its metadata, or its bytes.
@Path("/api/v1/images/{id}")
@RolesAllowed(Scope.READ)
@Tag(name = "images")
@RunOnVirtualThread
public class ContentResource extends ServingResource {
    private static final String PRIVATE_HOUR = "private, max-age=3600";

    private final Images images;
    private final ImageViews views;
    private final ObjectStore store;
    private final Duration linkExpiry;

    ContentResource(
            Images images,
            ImageViews views,
            ObjectStore store,
            Serving serving,
            @ConfigProperty(name = "images.links.expiry", defaultValue = "60m")
                    Duration linkExpiry) {
        super(serving);
        this.images = images;
        this.views = views;
        this.store = store;
        this.linkExpiry = linkExpiry;
    }

    @GET
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Metadata when Accept names application/json, else the bytes of `main`")
    public Response image(
            @PathParam("id") String id,
            @Context RoutingContext request,
            @Context HttpHeaders headers) {
        UUID imageId = ImageIds.parse(id);
        if (MediaRanges.of(headers.getHeaderString("Accept")).wantsJson()) {
            return Response.ok(views.one(imageId), MediaType.APPLICATION_JSON_TYPE)
                    .header("Vary", "Accept")
                    .build();
        }
        return bytes(imageId, null, request, headers);
    }

    @GET
    @Path("content")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "The bytes of a rendition; `redirect=true` sends to a presigned link")
    public Response content(
            @PathParam("id") String id,
            @QueryParam("rendition") @Nullable String rendition,
            @QueryParam("redirect") @Nullable String redirect,
            @Context RoutingContext request,
            @Context HttpHeaders headers) {
        UUID imageId = ImageIds.parse(id);
        if (!Flag.of("redirect", redirect)) {
            return bytes(imageId, rendition, request, headers);
        }
        Servable object = servable(imageId, rendition, headers);
        return Response.status(307)
                .header("Location", store.presign(object.key(), linkExpiry).toString())
                .header("Cache-Control", "no-store")
                .build();
    }

    private Response bytes(
            UUID id, @Nullable String rendition, RoutingContext request, HttpHeaders headers) {
        Servable object = servable(id, rendition, headers);
        return serve(object, PRIVATE_HOUR, request, headers).header("Vary", "Accept").build();
    }

    private Servable servable(UUID id, @Nullable String rendition, HttpHeaders headers) {
        MediaRanges accept = MediaRanges.of(headers.getHeaderString("Accept"));
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    Image image = images.live(id);
                    return Servable.of(image, chosen(id, rendition, accept));
                });
    }

    private static StoredObject chosen(UUID id, @Nullable String rendition, MediaRanges accept) {
        return Choice.of(StoredObject.of(id), rendition, accept)
                .orElseThrow(() ->
                        ErrorCode.RENDITION_NOT_FOUND.because("the image has no such rendition"));
    }
}
