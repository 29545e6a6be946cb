package io.imageservice.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.imageservice.error.ErrorCode;
import io.imageservice.error.ServiceException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventStreamsTest {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final List<String> ended = new ArrayList<>();
    private final EventStreams streams = new EventStreams(new TwoStreams(), metrics);

    @Test
    void saysHelloAtOnceSoThatTheAnswerBegins() {
        assertEquals(List.of(Frame.HELLO), open().getItems());
    }

    @Test
    void refusesOneStreamMoreThanItTakes() {
        open();
        open();

        var refusal = assertThrows(ServiceException.class, this::open);

        assertEquals(ErrorCode.SERVICE_UNAVAILABLE, refusal.code());
    }

    @Test
    void endsAtOnceWhatLostARaceForTheLastPlace() {
        var asked = Stream.generate(this::stream).limit(3).toList();

        var all = asked.stream().map(EventStreamsTest::read).toList();

        all.get(1).assertNotTerminated();
        all.get(2).assertCompleted();
    }

    @Test
    void givesThePlaceOfAReaderThatLeftToTheNext() {
        open();
        open().cancel();

        open().assertNotTerminated();
        assertEquals(List.of("ended"), ended);
        assertEquals(2, metrics.get("images.event.streams").gauge().value());
    }

    @Test
    void closesTheStreamOfAReaderThatDoesNotKeepUp() {
        var slow =
                streams.stream(
                                stream -> {
                                    for (int i = 0; i < 100; i++) {
                                        stream.send(Frame.BEAT);
                                    }
                                    return () -> {};
                                })
                        .subscribe()
                        .withSubscriber(AssertSubscriber.create(0));

        slow.request(Long.MAX_VALUE);

        slow.awaitFailure();
    }

    private AssertSubscriber<Frame> open() {
        return read(stream());
    }

    private Multi<Frame> stream() {
        return streams.stream(stream -> () -> ended.add("ended"));
    }

    private static AssertSubscriber<Frame> read(Multi<Frame> stream) {
        return stream.subscribe().withSubscriber(AssertSubscriber.create(10));
    }

    private static final class TwoStreams implements EventsConfig {
        @Override
        public int maxStreams() {
            return 2;
        }

        @Override
        public Duration heartbeat() {
            return Duration.ofSeconds(15);
        }

        @Override
        public int buffer() {
            return 8;
        }

        @Override
        public Duration gather() {
            return Duration.ofMillis(1);
        }

        @Override
        public int burst() {
            return 50;
        }
    }
}
