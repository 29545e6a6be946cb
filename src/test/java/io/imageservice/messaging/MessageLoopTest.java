package io.imageservice.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;

class MessageLoopTest {
    private final UnicastProcessor<Message<String>> broker = UnicastProcessor.create();
    private final AtomicReference<Throwable> ended = new AtomicReference<>();
    private final MessageLoop loop = MessageLoop.start(broker, 1, message -> {}, ended::set);

    @Test
    void tellsThatItsChannelEnded() {
        var failure = new IllegalStateException("the broker is away");

        broker.onError(failure);

        assertEquals(failure, ended.get());
    }

    @Test
    void aChannelMayEndAfterTheLoop() {
        loop.close();

        broker.onError(new IllegalStateException("This consumer has already been closed."));

        assertNull(ended.get());
    }
}
