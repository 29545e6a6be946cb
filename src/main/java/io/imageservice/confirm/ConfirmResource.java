package io.imageservice.confirm;

import io.imageservice.asset.Caller;
import io.imageservice.asset.Ids;
import io.imageservice.error.ErrorCode;
import io.imageservice.image.Cause;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Confirm, single and batch (S2; spec 2-http-api.md, "Confirm").
@Path("/api/v1/images/confirm")
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
    @Operation(summary = "Confirm one image for a reference; an empty imageId ends its sets")
    public Response single(
            @PathParam("referenceId") String referenceId,
            @QueryParam("imageId") @Nullable List<String> imageId) {
        if (imageId == null || imageId.size() != 1) {
            throw ErrorCode.INVALID_REQUEST.because(
                    "imageId is required once; an empty one ends the reference's sets");
        }
        String id = imageId.getFirst();
        return become(
                Ids.reference(referenceId), id.isEmpty() ? List.of() : List.of(Ids.parse(id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Confirm images as the ordered set of a reference; an empty list ends it")
    public Response batch(@Nullable ConfirmRequest request) {
        List<UUID> listed = ConfirmRequest.listed(request);
        return become(Ids.reference(request == null ? null : request.referenceId()), listed);
    }

    private Response become(String referenceId, List<UUID> listed) {
        Cause cause = caller.cause("confirmed by request");
        if (listed.isEmpty()) {
            confirmations.end(referenceId, cause);
        } else {
            confirmations.confirm(referenceId, listed, cause);
        }
        return Response.ok().build();
    }
}
