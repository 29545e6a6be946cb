package io.imageservice.platform;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// `/docs`: where S4 had its API page.
@Path("/docs")
@PermitAll
public class DocsResource {
    @GET
    @Operation(hidden = true)
    public Response page() {
        return Response.status(Response.Status.FOUND)
                .location(URI.create("/q/swagger-ui/"))
                .build();
    }
}
