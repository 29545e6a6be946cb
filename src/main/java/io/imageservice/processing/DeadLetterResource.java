package io.imageservice.processing;

import io.imageservice.access.Caller;
import io.imageservice.access.Scope;
import io.imageservice.error.ErrorCode;
import io.imageservice.image.Cause;
import io.imageservice.image.ImageIds;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/// What could not be handled, and what to do about it. Both decisions are idempotent.
@Path("/api/v1/admin/dead-letters")
@RolesAllowed(Scope.ADMIN)
@Tag(name = "admin")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DeadLetterResource {
    private static final int MOST = 100;

    private final DeadLetterDesk desk;
    private final Caller caller;

    DeadLetterResource(DeadLetterDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    /// A page, oldest first; `nextCursor` is null on the last.
    @Schema(name = "DeadLetterPage")
    @RegisterForReflection
    record Page(List<DeadLetterView> items, @Nullable String nextCursor) {}

    @GET
    @Operation(summary = "Open dead letters, oldest first")
    public Page list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        UUID after = cursor == null || cursor.isEmpty() ? null : ImageIds.parse(cursor);
        int size = size(limit);
        List<DeadLetterView> found = desk.open(after, size + 1);
        if (found.size() <= size) {
            return new Page(found, null);
        }
        List<DeadLetterView> items = found.subList(0, size);
        return new Page(items, items.getLast().id().toString());
    }

    @POST
    @Path("{id}/replay")
    @Operation(summary = "Do it again: a FAILED image goes back to TEMP with attempts 0")
    public DeadLetterView replay(@PathParam("id") String id) {
        return desk.replay(
                ImageIds.parse(id), Cause.of(caller.principal(), "replayed by an operator"));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Give it up: its image becomes DELETED")
    public DeadLetterView discard(@PathParam("id") String id) {
        return desk.discard(
                ImageIds.parse(id),
                Cause.of(caller.principal(), "dead letter discarded by an operator"));
    }

    private static int size(@Nullable String limit) {
        if (limit == null || limit.isEmpty()) {
            return MOST;
        }
        if (!limit.matches("[1-9]\\d?|100")) {
            throw ErrorCode.INVALID_REQUEST.because("limit is not in 1..%d".formatted(MOST));
        }
        return Integer.parseInt(limit);
    }
}
