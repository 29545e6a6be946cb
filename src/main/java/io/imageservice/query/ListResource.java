package io.imageservice.query;

import io.imageservice.access.Scope;
import io.imageservice.error.ErrorCode;
import io.imageservice.image.ImagePage;
import io.imageservice.image.ImagePage.Place;
import io.imageservice.image.ImageStatus;
import io.imageservice.reference.ReferenceTypes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `GET /api/v1/images`: newest first, by keyset.
@Path("/api/v1/images")
@RolesAllowed(Scope.READ)
@Tag(name = "images")
@RunOnVirtualThread
public class ListResource {
    private static final int MOST = 100;
    private static final int USUAL = 20;

    private final ImageViews views;
    private final ReferenceTypes types;

    ListResource(ImageViews views, ReferenceTypes types) {
        this.views = views;
        this.types = types;
    }

    /// A page; `nextCursor` is null on the last.
    @Schema(name = "ImagePage")
    @RegisterForReflection
    record Page(List<ImageView> items, @Nullable String nextCursor) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = Page.class, responseCode = "200")
    @Operation(summary = "Images, newest first; DELETED ones only with status=DELETED")
    public Response list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("status") @Nullable String status,
            @QueryParam("category") @Nullable String category,
            @QueryParam("referenceId") @Nullable String referenceId,
            @QueryParam("uploaderId") @Nullable String uploaderId,
            @Context UriInfo uri) {
        var filter =
                new ImagePage.Filter(
                        status(status),
                        category(category),
                        given(referenceId),
                        given(uploaderId),
                        null,
                        null);
        int size = limit(limit);
        List<ImageView> found = views.page(new ImagePage(filter, Cursor.read(cursor), size));
        return answer(found, size, uri);
    }

    private static Response answer(List<ImageView> found, int size, UriInfo uri) {
        if (found.size() <= size) {
            return Response.ok(new Page(found, null)).build();
        }
        List<ImageView> items = found.subList(0, size);
        ImageView last = items.getLast();
        String next = Cursor.write(new Place(last.createdAt(), last.id()));
        UriBuilder link =
                UriBuilder.fromUri(uri.getRequestUri().getRawPath())
                        .replaceQuery(uri.getRequestUri().getRawQuery())
                        .replaceQueryParam("cursor", next);
        return Response.ok(new Page(items, next))
                .header("Link", "<" + link.build() + ">; rel=\"next\"")
                .build();
    }

    private static int limit(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return USUAL;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same refusal.
        }
        throw ErrorCode.INVALID_REQUEST.because("limit is not in 1..%d".formatted(MOST));
    }

    private static @Nullable ImageStatus status(@Nullable String text) {
        String name = given(text);
        if (name == null) {
            return null;
        }
        try {
            return ImageStatus.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw ErrorCode.INVALID_REQUEST.because(
                    "status is none of " + List.of(ImageStatus.values()));
        }
    }

    private @Nullable String category(@Nullable String code) {
        String name = given(code);
        if (name != null && types.find(name).isEmpty()) {
            throw ErrorCode.REFERENCE_TYPE_NOT_FOUND.because("there is no such category");
        }
        return name;
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
