package io.imageservice.query;

import io.imageservice.access.Caller;
import io.imageservice.access.Scope;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `GET /api/v1/events`: every status change of every image, for a gallery. Best effort: whoever
/// comes back with a `Last-Event-ID` is told to look again (`resync`).
@Path("/api/v1/events")
@Tag(name = "events")
public class GalleryEventsResource extends SseResource {
    private final EventStreams streams;
    private final GalleryFeed feed;
    private final Caller caller;

    GalleryEventsResource(EventStreams streams, GalleryFeed feed, Caller caller, Sse sse) {
        super(sse);
        this.caller = caller;
        this.streams = streams;
        this.feed = feed;
    }

    @GET
    // Not on the class: there it would also hold answer() back until the head is sent.
    @RolesAllowed(Scope.READ)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @APIResponseSchema(value = StatusEvent.class, responseCode = "200")
    @Operation(summary = "Follow the status changes of all images (server-sent events)")
    public Multi<OutboundSseEvent> follow(
            @HeaderParam("Last-Event-ID") @Nullable String lastId,
            @Context HttpServerResponse response) {
        String owner = caller.sees();
        return answer(streams.stream(stream -> feed.add(stream, owner, lastId != null)), response);
    }
}
