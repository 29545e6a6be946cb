package io.imageservice.processing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imageservice.messaging.Arrived;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a message of `image.tasks` asks for.
sealed interface RenderTask {
    /// Render this image. The message is known as `messageId`.
    record Render(UUID imageId, String messageId) implements RenderTask {}

    /// Nobody can make anything of it.
    record Unreadable(String why) implements RenderTask {}

    static RenderTask read(Arrived message, ObjectMapper json) {
        if (message.value() == null) {
            return new Unreadable("the message is empty");
        }
        try {
            JsonNode root = json.readTree(message.value());
            UUID image = uuid(root.path("payload").path("imageId"));
            return image == null
                    ? new Unreadable("payload.imageId is not a UUID")
                    : new Render(image, message.messageId(uuid(root.path("eventId"))));
        } catch (JsonProcessingException e) {
            return new Unreadable("not JSON: " + e.getOriginalMessage());
        }
    }

    private static @Nullable UUID uuid(JsonNode node) {
        try {
            return node.isTextual() ? UUID.fromString(node.textValue()) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
