package io.imageservice.platform;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.function.Function;

/// JSON as the spec has it: times in RFC 3339, UTC, always six digits of a second; bounded by
/// `images.limits.json`.
@Singleton
class Json implements ObjectMapperCustomizer {
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    @Override
    public void customize(ObjectMapper mapper) {
        var times = new SimpleModule("times");
        times.addSerializer(new Time<>(Instant.class, instant -> instant));
        times.addSerializer(new Time<>(OffsetDateTime.class, OffsetDateTime::toInstant));
        mapper.registerModule(times);
    }

    /// Only now: an executable makes its mapper before it reads its configuration.
    void bound(@Observes StartupEvent started, ObjectMapper mapper, LimitsConfig limits) {
        long most = limits.json().asLongValue();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxDocumentLength(most).build());
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
