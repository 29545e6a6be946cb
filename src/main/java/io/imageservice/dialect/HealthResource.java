package io.imageservice.dialect;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// `GET /health`: S4's JSON, and S2's sentence for who wants plain text. Kubernetes asks
/// `/q/health`.
@Path("/health")
@PermitAll
@Tag(name = "health")
@RunOnVirtualThread
public class HealthResource {
    private final Dependencies dependencies;

    HealthResource(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    /// S4's shape.
    @Schema
    @RegisterForReflection
    record Health(String status, Map<String, Boolean> services, Instant timestamp) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Operation(summary = "S4 and S2: is the service healthy? 503 when database or storage is down")
    public Response health(@Context HttpHeaders headers) {
        Dependencies.State state = dependencies.state();
        int status = state.healthy() ? 200 : 503;
        var answer = Response.status(status).header("Cache-Control", "no-store");
        if (plain(headers)) {
            String words = state.healthy() ? "Server is up" : "Server is down";
            return answer.type(MediaType.TEXT_PLAIN_TYPE).entity(words).build();
        }
        String word = state.healthy() ? "healthy" : "unhealthy";
        return answer.type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new Health(word, state.services(), state.at()))
                .build();
    }

    /// JSON unless text is what the caller likes best and says so.
    private static boolean plain(HttpHeaders headers) {
        MediaType best = headers.getAcceptableMediaTypes().getFirst();
        return !best.isWildcardType()
                && !best.isCompatible(MediaType.APPLICATION_JSON_TYPE)
                && best.isCompatible(MediaType.TEXT_PLAIN_TYPE);
    }
}
