package io.imageservice.query;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.jboss.resteasy.reactive.RestMulti;

/// What the two resources that stream events share: frames as server-sent events.
abstract class SseResource {
    private final Sse sse;

    SseResource(Sse sse) {
        this.sse = sse;
    }

    RestMulti<OutboundSseEvent> answer(Multi<Frame> frames, int status) {
        return RestMulti.fromMultiData(frames.map(this::event))
                .status(status)
                .header("Cache-Control", "no-store")
                // nginx would gather the events otherwise.
                .header("X-Accel-Buffering", "no")
                .build();
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
