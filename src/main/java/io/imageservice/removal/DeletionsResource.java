package io.imageservice.removal;

import io.imageservice.access.Scope;
import io.imageservice.removal.OpenRemovals.Removal;
import io.imageservice.removal.OpenRemovals.Waiting;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What an operator sees of removals.
@Path("/api/v1/admin/deletions")
@RolesAllowed(Scope.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "admin")
@RunOnVirtualThread
public class DeletionsResource {
    private static final int SHOWN = 100;

    private final OpenRemovals open;

    DeletionsResource(OpenRemovals open) {
        this.open = open;
    }

    /// @param oldest the 100 that have waited longest
    @Schema(name = "OpenRemovals")
    @RegisterForReflection
    public record Open(Waiting pending, Waiting failed, Waiting leased, List<Removal> oldest) {}

    @GET
    @Operation(summary = "What waits to be removed: counts, oldest age, the oldest by name")
    public Open get() {
        return new Open(open.pending(), open.failed(), open.leased(), open.oldest(SHOWN));
    }
}
