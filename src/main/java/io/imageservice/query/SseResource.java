package io.imageservice.query;

import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

/// What the two resources that stream events share: frames as server-sent events.
abstract class SseResource {
    private final Sse sse;

    SseResource(Sse sse) {
        this.sse = sse;
    }

    /// @param response gets the headers a stream needs; what RestMulti carries is not sent with
    ///   server-sent events
    Multi<OutboundSseEvent> answer(Multi<Frame> frames, HttpServerResponse response) {
        response.putHeader("Cache-Control", "no-store");
        // nginx would gather the events otherwise.
        response.putHeader("X-Accel-Buffering", "no");
        return frames.map(this::event);
    }

    private OutboundSseEvent event(Frame frame) {
        if (frame.name() == null) {
            return sse.newEventBuilder().comment(frame.text()).build();
        }
        OutboundSseEvent.Builder event = sse.newEventBuilder().name(frame.name());
        if (frame.id() != null) {
            event.id(frame.id());
        }
        return event.data(frame.text()).build();
    }
}
