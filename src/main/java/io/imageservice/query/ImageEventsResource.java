package io.imageservice.query;

import io.imageservice.access.Scope;
import io.imageservice.asset.Images;
import io.imageservice.asset.StatusSignals;
import io.imageservice.image.ImageIds;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `GET /api/v1/images/{id}/events`: one event per status change, until the image is no longer
/// TEMP.
@Path("/api/v1/images/{id}/events")
@Tag(name = "events")
public class ImageEventsResource extends SseResource {
    private final Images images;
    private final EventStreams streams;
    private final StatusEvents events;
    private final StatusSignals signals;
    private final ExecutorService readers;

    ImageEventsResource(
            Images images,
            EventStreams streams,
            StatusEvents events,
            StatusSignals signals,
            @VirtualThreads ExecutorService readers,
            Sse sse) {
        super(sse);
        this.images = images;
        this.streams = streams;
        this.events = events;
        this.signals = signals;
        this.readers = readers;
    }

    @GET
    // Not on the class: there it would also hold answer() back until the head is sent.
    @RolesAllowed(Scope.READ)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    // A stream is taken for non-blocking work; the first look at the history is not.
    @Blocking
    @RunOnVirtualThread
    @APIResponseSchema(value = StatusEvent.class, responseCode = "200")
    @Operation(summary = "Follow the status changes of one image (server-sent events)")
    public Multi<OutboundSseEvent> follow(
            @PathParam("id") String id,
            @HeaderParam("Last-Event-ID") @Nullable String lastId,
            @Context HttpServerResponse response) {
        UUID imageId = ImageIds.parse(id);
        long after = historyId(lastId);
        QuarkusTransaction.requiringNew().run(() -> images.demandOwn(imageId));
        List<StatusEvent> known = events.of(imageId, 0);
        if (known.isEmpty()) {
            throw Images.notFound();
        }
        StatusEvent newest = known.getLast();
        if (StatusEvents.last(newest) && newest.id() <= after) {
            // 204 tells an EventSource not to come back: all was said.
            throw new WebApplicationException(Response.noContent().build());
        }
        return answer(streams.stream(stream -> watch(imageId, after, stream)), response);
    }

    private Runnable watch(UUID imageId, long after, EventStream stream) {
        var watch = new ImageWatch(imageId, after, stream, events, readers);
        var subscription = signals.on(imageId, watch::wake);
        watch.wake();
        return subscription::close;
    }

    private static long historyId(@Nullable String lastId) {
        boolean number = lastId != null && lastId.matches("\\d{1,18}");
        return number ? Long.parseLong(lastId) : 0;
    }
}
