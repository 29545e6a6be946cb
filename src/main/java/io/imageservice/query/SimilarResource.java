package io.imageservice.query;

import io.imageservice.access.Scope;
import io.imageservice.error.ErrorCode;
import io.imageservice.image.ImageIds;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `GET /api/v1/images/{id}/similar`: near duplicates within the image's category.
@Path("/api/v1/images/{id}/similar")
@RolesAllowed(Scope.READ)
@Tag(name = "images")
@RunOnVirtualThread
public class SimilarResource {
    /// Hashes of one picture at two sizes or qualities differ in a few bits; of two pictures, in
    /// about 32.
    private static final int USUAL = 10;

    private static final int MOST = 64;

    private final SimilarImages similar;

    SimilarResource(SimilarImages similar) {
        this.similar = similar;
    }

    /// The nearest first, at most 100.
    @Schema(name = "SimilarImages")
    @RegisterForReflection
    record Answer(UUID id, int distance, List<SimilarImages.Similar> items) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Images of the same category whose perceptual hash is near")
    public Answer similar(
            @PathParam("id") String id, @QueryParam("distance") @Nullable String distance) {
        UUID imageId = ImageIds.parse(id);
        int most = distance(distance);
        return new Answer(imageId, most, similar.to(imageId, most));
    }

    private static int distance(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return USUAL;
        }
        try {
            int distance = Integer.parseInt(text);
            if (distance >= 0 && distance <= MOST) {
                return distance;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same refusal.
        }
        throw ErrorCode.INVALID_REQUEST.because("distance is not in 0..%d bits".formatted(MOST));
    }
}
