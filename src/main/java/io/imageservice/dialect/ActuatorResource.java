package io.imageservice.dialect;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// S2's health pages in the shape of Spring's actuator.
@Path("/actuator")
@PermitAll
@Tag(name = "health")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ActuatorResource {
    /// Spring's own threshold.
    private static final long LEAST_DISK = 10L * 1024 * 1024;

    private final Dependencies dependencies;
    private final String name;
    private final String version;

    ActuatorResource(
            Dependencies dependencies,
            @ConfigProperty(name = "quarkus.application.name") String name,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.dependencies = dependencies;
        this.name = name;
        this.version = version;
    }

    /// One part, `UP` or `DOWN`.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Component(String status, @Nullable Map<String, Object> details) {
        static Component of(boolean up, @Nullable Map<String, Object> details) {
            return new Component(up ? "UP" : "DOWN", details);
        }
    }

    @Schema(name = "ActuatorHealth")
    @RegisterForReflection
    record Health(String status, Map<String, Component> components) {}

    @GET
    @Path("health")
    @APIResponseSchema(value = Health.class, responseCode = "200")
    @Operation(summary = "S2: health by component; 503 when database or storage is down")
    public Response health() {
        Dependencies.State state = dependencies.state();
        Map<String, Component> components = new LinkedHashMap<>();
        components.put("db", Component.of(state.up("database"), database()));
        components.put("kafka", Component.of(state.up("kafka"), null));
        components.put("redis", Component.of(state.up("redis"), null));
        components.put("storage", Component.of(state.up("storage"), null));
        components.put("diskSpace", disk());
        boolean up = state.healthy();
        return Response.status(up ? 200 : 503)
                .header("Cache-Control", "no-store")
                .entity(new Health(up ? "UP" : "DOWN", components))
                .build();
    }

    @GET
    @Path("info")
    @Operation(summary = "S2: what is running here")
    public Map<String, Map<String, String>> info() {
        return Map.of("app", Map.of("name", name, "version", version));
    }

    private static Map<String, Object> database() {
        return Map.of("database", "PostgreSQL", "validationQuery", "isValid()");
    }

    /// Of the folder uploads are spooled to.
    private static Component disk() {
        File folder = new File(System.getProperty("java.io.tmpdir", "/tmp"));
        long free = folder.getUsableSpace();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("total", folder.getTotalSpace());
        details.put("free", free);
        details.put("threshold", LEAST_DISK);
        return Component.of(free >= LEAST_DISK, details);
    }
}
