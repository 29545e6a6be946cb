package io.imageservice.confirm;

import io.imageservice.access.Caller;
import io.imageservice.access.Scope;
import io.imageservice.asset.References;
import io.imageservice.error.ErrorCode;
import io.imageservice.image.Cause;
import io.imageservice.image.ImageIds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Confirm, single and batch (S2; spec 2-http-api.md, "Confirm").
@Path("/api/v1/images/confirm")
@RolesAllowed(Scope.CONFIRM)
@Tag(name = "confirm")
@RunOnVirtualThread
public class ConfirmResource {
    private final Confirmations confirmations;
    private final Caller caller;

    ConfirmResource(Confirmations confirmations, Caller caller) {
        this.confirmations = confirmations;
        this.caller = caller;
    }

    @POST
    @Path("{referenceId}")
    @APIResponse(responseCode = "200", description = "Done; the answer is empty")
    @Operation(summary = "Confirm one image for a reference; an empty imageId ends its sets")
    public RestResponse<Void> single(
            @PathParam("referenceId") String referenceId,
            @QueryParam("imageId") @Nullable String documented,
            @Context UriInfo uri) {
        List<String> given = QueryText.values(uri.getRequestUri().getRawQuery(), "imageId");
        if (given.size() != 1) {
            throw ErrorCode.INVALID_REQUEST.because(
                    "imageId is required once; an empty one ends the reference's sets");
        }
        String id = given.getFirst();
        return become(
                References.parse(referenceId),
                id.isEmpty() ? List.of() : List.of(ImageIds.parse(id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "200", description = "Done; the answer is empty")
    @Operation(summary = "Confirm images as the ordered set of a reference; an empty list ends it")
    public RestResponse<Void> batch(@Nullable ConfirmRequest request) {
        List<UUID> listed = ConfirmRequest.listed(request);
        return become(References.parse(request == null ? null : request.referenceId()), listed);
    }

    private RestResponse<Void> become(String referenceId, List<UUID> listed) {
        Cause cause = Cause.of(caller.principal(), "confirmed by request");
        if (listed.isEmpty()) {
            confirmations.end(referenceId, cause);
        } else {
            confirmations.confirm(referenceId, listed, cause);
        }
        return RestResponse.ok();
    }
}
