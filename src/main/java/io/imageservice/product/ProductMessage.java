package io.imageservice.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imageservice.event.ProductEvent;
import io.imageservice.reference.Products;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a message on a product topic says: `{"productId":…}`, `{"id":…}`, a bare UUID (also as a
/// JSON string), or an envelope with one of them as `payload`.
sealed interface ProductMessage {
    record Understood(ProductEvent event) implements ProductMessage {}

    record Malformed(String why) implements ProductMessage {}

    static ProductMessage read(@Nullable String text, ObjectMapper json) {
        if (text == null || text.isBlank()) {
            return new Malformed("the message is empty");
        }
        Optional<UUID> bare = Products.parse(text.strip());
        if (bare.isPresent()) {
            return new Understood(new ProductEvent(bare.get(), null, null));
        }
        try {
            // A UUID that begins with digits would else pass as a number with rubbish behind it.
            return read(json.reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(text));
        } catch (JsonProcessingException e) {
            return new Malformed("not JSON: " + e.getOriginalMessage());
        }
    }

    private static ProductMessage read(JsonNode message) {
        JsonNode payload = message.path("payload");
        if (payload.isMissingNode()) {
            return understood(message, null, null);
        }
        UUID eventId = Products.parse(message.path("eventId").asText()).orElse(null);
        JsonNode timestamp = message.path("timestamp");
        if (timestamp.isMissingNode() || timestamp.isNull()) {
            return understood(payload, eventId, null);
        }
        return time(timestamp)
                .map(at -> understood(payload, eventId, at))
                .orElseGet(() -> new Malformed("its timestamp is no time"));
    }

    private static ProductMessage understood(
            JsonNode payload, @Nullable UUID eventId, @Nullable Instant at) {
        JsonNode id = payload.isTextual() ? payload : payload.path("productId");
        if (id.isMissingNode()) {
            id = payload.path("id");
        }
        return Products.parse(id.asText())
                .<ProductMessage>map(
                        product -> new Understood(new ProductEvent(product, eventId, at)))
                .orElseGet(() -> new Malformed("no UUID in productId or id"));
    }

    /// RFC 3339 with any offset, or milliseconds since 1970.
    private static Optional<Instant> time(JsonNode timestamp) {
        try {
            return timestamp.isIntegralNumber()
                    ? Optional.of(Instant.ofEpochMilli(timestamp.longValue()))
                    : Optional.of(OffsetDateTime.parse(timestamp.asText()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
