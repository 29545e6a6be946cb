package io.imageservice.removal;

import io.imageservice.access.Scope;
import io.imageservice.asset.SweepJob;
import io.imageservice.error.ErrorCode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Starts scheduled jobs at once.
@Path("/api/v1/admin/sweeps")
@RolesAllowed(Scope.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "admin")
@RunOnVirtualThread
public class SweepResource {
    private final Sweeps sweeps;

    SweepResource(Sweeps sweeps) {
        this.sweeps = sweeps;
    }

    @GET
    @Operation(summary = "The names of all jobs")
    public List<String> names() {
        return sweeps.names();
    }

    @POST
    @Path("{job}")
    @Operation(
            summary = "Run a job now and say what it did; not run while another process is at it")
    public Sweeps.Run run(@PathParam("job") String name) {
        String wanted = name.toLowerCase(Locale.ROOT).replace('_', '-');
        SweepJob job =
                sweeps.find(wanted)
                        .orElseThrow(() ->
                                ErrorCode.ROUTE_NOT_FOUND.because(
                                        "there is no such job; there are "
                                                + String.join(", ", sweeps.names())));
        return sweeps.now(job);
    }
}
