package io.imageservice.removal;

import io.imageservice.access.Caller;
import io.imageservice.access.Scope;
import io.imageservice.access.Touched;
import io.imageservice.image.Cause;
import io.imageservice.image.ImageIds;
import io.imageservice.image.ImageStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `DELETE /api/v1/images/{id}`: the image ends now, its objects go in the background (S0).
@Path("/api/v1/images")
@RolesAllowed(Scope.DELETE)
@Tag(name = "images")
@RunOnVirtualThread
public class RemovalResource {
    private final Deletions deletions;
    private final Caller caller;
    private final Touched touched;

    RemovalResource(Deletions deletions, Caller caller, Touched touched) {
        this.deletions = deletions;
        this.caller = caller;
        this.touched = touched;
    }

    /// What a deletion is answered with.
    @RegisterForReflection
    public record Deleted(UUID id, ImageStatus status, String message) {}

    @DELETE
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @APIResponseSchema(value = Deleted.class, responseCode = "202")
    @Operation(summary = "Delete an image; a confirmed one leaves its ordered set")
    public Deleted delete(@PathParam("id") String id) {
        UUID image = ImageIds.parse(id);
        touched.images(List.of(image));
        deletions.delete(image, Cause.of(caller.principal(), "deleted by request"));
        return new Deleted(image, ImageStatus.DELETED, "Image deleted successfully");
    }
}
