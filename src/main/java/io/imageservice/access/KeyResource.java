package io.imageservice.access;

import io.imageservice.error.ErrorCode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/// The API keys of `images.auth=keys`.
@Path(KeyResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.ADMIN)
@Tag(name = "admin")
@RunOnVirtualThread
public class KeyResource {
    static final String PATH = "/api/v1/admin/keys";

    private final ApiKeys keys;
    private final Caller caller;

    KeyResource(ApiKeys keys, Caller caller) {
        this.keys = keys;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "All API keys, newest first, without their secrets")
    public List<KeyView> list() {
        return keys.list();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = KeyView.class, responseCode = "201")
    @Operation(summary = "Make an API key; its secret is told in this answer only")
    public Response create(@Nullable KeyRequest wanted) {
        if (wanted == null) {
            throw ErrorCode.INVALID_REQUEST.because("a body is needed: name and scopes");
        }
        KeyView made = keys.create(wanted, caller.principal());
        return Response.status(Response.Status.CREATED)
                .header("Location", PATH + "/" + made.id())
                .header("Cache-Control", "no-store")
                .entity(made)
                .build();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Revoke an API key, at once and for good")
    public KeyView revoke(@PathParam("id") UUID id) {
        return keys.revoke(id);
    }
}
