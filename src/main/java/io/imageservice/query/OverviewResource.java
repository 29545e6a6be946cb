package io.imageservice.query;

import io.imageservice.access.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// `GET /api/v1/admin/overview`: what the operator page shows.
@Path("/api/v1/admin/overview")
@RolesAllowed(Scope.ADMIN)
@Tag(name = "admin")
@RunOnVirtualThread
public class OverviewResource {
    private final Overview overview;

    OverviewResource(Overview overview) {
        this.overview = overview;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What waits: queue, outbox, deletions, dead letters, and the last runs")
    public Overview.Seen look() {
        return overview.look();
    }
}
