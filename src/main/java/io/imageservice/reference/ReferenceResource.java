package io.imageservice.reference;

import io.imageservice.access.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What there is to choose from: extensions and reference types, each code with its name (S2).
@Path("/api/v1/enums")
@RolesAllowed(Scope.READ)
@Tag(name = "references")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ReferenceResource {
    private final ReferenceTypes types;
    private final Extensions extensions;

    ReferenceResource(ReferenceTypes types, Extensions extensions) {
        this.types = types;
        this.extensions = extensions;
    }

    @GET
    @Path("extensions")
    @Operation(summary = "The extensions that are taken, each with its name")
    public Map<String, String> extensions() {
        SequencedMap<String, String> names = new LinkedHashMap<>();
        extensions.all().forEach(extension -> names.put(extension.code, extension.name));
        return names;
    }

    @GET
    @Path("referenceType")
    @Operation(summary = "The reference types (categories), each with its name")
    public Map<String, String> referenceTypes() {
        SequencedMap<String, String> names = new LinkedHashMap<>();
        types.all().forEach(type -> names.put(type.code, type.name));
        return names;
    }
}
