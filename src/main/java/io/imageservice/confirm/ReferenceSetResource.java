package io.imageservice.confirm;

import io.imageservice.access.Caller;
import io.imageservice.access.Scope;
import io.imageservice.asset.ImageLinks;
import io.imageservice.asset.Images;
import io.imageservice.asset.ReferenceSets;
import io.imageservice.asset.References;
import io.imageservice.image.Cause;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The ordered set of one reference in one type, with its revision as `ETag`.
@Path("/api/v1/references/{category}/{referenceId}/images")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "references")
@RunOnVirtualThread
public class ReferenceSetResource {
    private final Confirmations confirmations;
    private final ReferenceSets sets;
    private final ImageLinks links;
    private final Images images;
    private final Caller caller;

    ReferenceSetResource(
            Confirmations confirmations,
            ReferenceSets sets,
            ImageLinks links,
            Images images,
            Caller caller) {
        this.confirmations = confirmations;
        this.sets = sets;
        this.links = links;
        this.images = images;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Scope.READ)
    @APIResponseSchema(value = SetView.class, responseCode = "200")
    @Operation(summary = "The ordered set; one that never was is empty, revision 0")
    public Response get(
            @PathParam("category") String category, @PathParam("referenceId") String referenceId) {
        return answer(sets.type(category).code, References.parse(referenceId));
    }

    @PUT
    @RolesAllowed(Scope.CONFIRM)
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = SetView.class, responseCode = "200")
    @Operation(summary = "Replace the ordered set; If-Match guards against a change meanwhile")
    public Response put(
            @PathParam("category") String category,
            @PathParam("referenceId") String referenceId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable ConfirmRequest request) {
        String type = sets.type(category).code;
        String reference = References.parse(referenceId);
        List<UUID> listed = ConfirmRequest.listed(request);
        confirmations.replace(
                type,
                reference,
                listed,
                Precondition.of(ifMatch),
                Cause.of(caller.principal(), "set by request"));
        return answer(type, reference);
    }

    private Response answer(String category, String referenceId) {
        SetView set =
                QuarkusTransaction.requiringNew()
                        .call(() -> SetView.read(category, referenceId, links, images));
        return Response.ok(set).header("ETag", Precondition.etag(set.revision())).build();
    }
}
