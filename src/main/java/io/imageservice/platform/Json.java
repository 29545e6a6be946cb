package io.imageservice.platform;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.function.Function;

/// JSON as the spec has it: times in RFC 3339, UTC, always six digits of a second. No document of
/// more than 4 MB is read: the largest we know, a set of images, has some kilobytes.
@Singleton
class Json implements ObjectMapperCustomizer {
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private static final StreamReadConstraints BOUNDS =
            StreamReadConstraints.builder().maxDocumentLength(4 << 20).build();

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory().setStreamReadConstraints(BOUNDS);
        var times = new SimpleModule("times");
        times.addSerializer(new Time<>(Instant.class, instant -> instant));
        times.addSerializer(new Time<>(OffsetDateTime.class, OffsetDateTime::toInstant));
        mapper.registerModule(times);
    }

    /// After the modules the framework brings, so that this one wins.
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    private static final class Time<T extends TemporalAccessor> extends StdSerializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<T, Instant> instant;

        Time(Class<T> type, Function<T, Instant> instant) {
            super(type);
            this.instant = instant;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(MICROS.format(instant.apply(value)));
        }
    }
}
