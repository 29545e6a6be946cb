package io.imageservice.query;

import io.imageservice.asset.Images;
import io.imageservice.error.ServiceException;
import io.imageservice.image.Image;
import io.imageservice.image.StoredObject;
import io.imageservice.reference.ReferenceTypes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Delivery to everybody: renditions of public categories, while the image lives. The path is the
/// key in storage; what is not to be had is `404` that nobody may cache.
@Path("/images/{category}/{year: \\d{4}}/{month: \\d\\d}/{day: \\d\\d}")
@PermitAll
@Tag(name = "delivery")
@RunOnVirtualThread
public class DeliveryResource extends ServingResource {
    private static final String MONTH_IMMUTABLE = "public, max-age=2592000, immutable";

    private final ReferenceTypes types;

    DeliveryResource(Serving serving, ReferenceTypes types) {
        super(serving);
        this.types = types;
    }

    @GET
    @Path("{file: .+}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "A rendition of a public category, cacheable for 30 days")
    public Response deliver(
            @PathParam("category") String category,
            @PathParam("year") String year,
            @PathParam("month") String month,
            @PathParam("day") String day,
            @PathParam("file") String file,
            @Context RoutingContext request,
            @Context HttpHeaders headers) {
        String key = String.join("/", category, year, month, day, file);
        Servable object =
                QuarkusTransaction.requiringNew()
                        .call(() -> find(category, key))
                        .orElseThrow(DeliveryResource::nothing);
        return serve(object, MONTH_IMMUTABLE, request, headers).build();
    }

    private Optional<Servable> find(String category, String key) {
        if (!types.find(category).map(type -> type.isPublic).orElse(false)) {
            return Optional.empty();
        }
        return StoredObject.withKey(key)
                .filter(object -> object.deliverable)
                .flatMap(object ->
                        Image.<Image>findByIdOptional(object.imageId)
                                .filter(image -> image.status().live())
                                .map(image -> Servable.of(image, object)));
    }

    private static ServiceException nothing() {
        return Images.notFound().header("Cache-Control", "no-store");
    }
}
