package io.imageservice.query;

import io.imageservice.access.Scope;
import io.imageservice.asset.Images;
import io.imageservice.image.ImageIds;
import io.imageservice.image.StatusChange;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// How an image is doing, and how it came to that.
@Path("/api/v1/images/{id}")
@RolesAllowed(Scope.READ)
@Tag(name = "images")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ImageResource {
    private final Images images;

    ImageResource(Images images) {
        this.images = images;
    }

    @GET
    @Path("status")
    @Operation(summary = "The status of an image")
    public StatusView status(@PathParam("id") String id) {
        UUID imageId = ImageIds.parse(id);
        return QuarkusTransaction.requiringNew().call(() -> StatusView.of(images.alive(imageId)));
    }

    @GET
    @Path("history")
    @Operation(summary = "Every status change, oldest first; also of a deleted image")
    public List<HistoryView> history(@PathParam("id") String id) {
        UUID imageId = ImageIds.parse(id);
        List<HistoryView> history =
                QuarkusTransaction.requiringNew()
                        .call(() -> {
                            images.demandOwn(imageId);
                            return StatusChange.of(imageId).stream().map(HistoryView::of).toList();
                        });
        if (history.isEmpty()) {
            throw Images.notFound();
        }
        return history;
    }
}
