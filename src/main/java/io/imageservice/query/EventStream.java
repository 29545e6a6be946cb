package io.imageservice.query;

import io.smallrye.mutiny.subscription.MultiEmitter;

/// One open stream. Idle, it is this object and its connection: no thread, no timer of its own.
final class EventStream {
    private final MultiEmitter<? super Frame> out;
    private volatile long lastSent = System.nanoTime();

    EventStream(MultiEmitter<? super Frame> out) {
        this.out = out;
    }

    void send(Frame frame) {
        lastSent = System.nanoTime();
        out.emit(frame);
    }

    /// Sends a heartbeat when nothing was sent for `every` nanoseconds.
    void beat(long now, long every) {
        if (now - lastSent >= every) {
            send(Frame.BEAT);
        }
    }

    void end() {
        out.complete();
    }
}
