package io.imageservice.dialect;

import io.imageservice.access.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// S1: `GET /api/images`; the `POST` there is S2's.
@Path(S2UploadResource.PATH)
@RolesAllowed(Scope.READ)
@Tag(name = "S1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class S1ApiListResource {
    private final S1List list;

    S1ApiListResource(S1List list) {
        this.list = list;
    }

    @GET
    @Operation(summary = "S1: 20 images a page, newest first, after the one named")
    public S1List.Page list(
            @QueryParam("last_created_at") @Nullable String lastCreatedAt,
            @QueryParam("last_id") @Nullable String lastId,
            @QueryParam("mode") @Nullable String mode) {
        return list.after(lastCreatedAt, lastId, mode);
    }
}
