package io.imageservice.query;

import io.imageservice.error.ErrorCode;
import io.imageservice.image.ImageIds;
import io.imageservice.image.ImagePage.Place;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// A place in the list as callers carry it: opaque to them.
final class Cursor {
    private Cursor() {}

    static String write(Place place) {
        String text = place.createdAt() + " " + place.id();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /// @throws io.imageservice.error.ServiceException `INVALID_REQUEST` when it is none of ours
    static @Nullable Place read(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String place =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            int gap = place.indexOf(' ');
            return new Place(
                    OffsetDateTime.parse(place.substring(0, Math.max(0, gap))),
                    ImageIds.parse(place.substring(gap + 1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw ErrorCode.INVALID_REQUEST.because("the cursor is none of ours");
        }
    }
}
