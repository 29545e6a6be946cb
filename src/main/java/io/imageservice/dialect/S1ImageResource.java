package io.imageservice.dialect;

import io.imageservice.access.Scope;
import io.imageservice.query.ContentResource;
import io.imageservice.removal.RemovalResource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/// S1: `GET` and `DELETE /image/{id}`.
@Path("/image/{id}")
@Tag(name = "S1")
@RunOnVirtualThread
public class S1ImageResource {
    private final ContentResource content;
    private final RemovalResource removal;

    S1ImageResource(ContentResource content, RemovalResource removal) {
        this.content = content;
        this.removal = removal;
    }

    @GET
    @RolesAllowed(Scope.READ)
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "S1: the bytes of the processed image")
    public Response bytes(
            @PathParam("id") String id,
            @Context RoutingContext request,
            @Context HttpHeaders headers) {
        return content.content(id, null, null, request, headers);
    }

    @DELETE
    @RolesAllowed(Scope.DELETE)
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @APIResponseSchema(value = RemovalResource.Deleted.class, responseCode = "202")
    @Operation(summary = "S1: delete an image")
    public RemovalResource.Deleted delete(@PathParam("id") String id) {
        return removal.delete(id);
    }
}
