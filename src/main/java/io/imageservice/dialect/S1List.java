package io.imageservice.dialect;

import io.imageservice.error.ErrorCode;
import io.imageservice.image.ImageIds;
import io.imageservice.image.ImagePage;
import io.imageservice.image.ImagePage.Place;
import io.imageservice.query.ImageView;
import io.imageservice.query.ImageViews;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// S1's list: 20 a page, newest first, after an item named by its time and id.
@ApplicationScoped
class S1List {
    private static final int PAGE = 20;

    /// Before every other id of the same instant, so that the page begins with what is older.
    private static final UUID FIRST = new UUID(0, 0);

    private final ImageViews views;

    S1List(ImageViews views) {
        this.views = views;
    }

    /// A page; empty when there is nothing more.
    @Schema(name = "S1Page")
    @RegisterForReflection
    public record Page(List<ImageView> items) {}

    /// @param lastCreatedAt and `lastId`: `createdAt` and `id` of the last item seen
    /// @param mode how it was uploaded; null or empty = any way
    Page after(@Nullable String lastCreatedAt, @Nullable String lastId, @Nullable String mode) {
        String word = S1Mode.read(mode).map(S1Mode::word).orElse(null);
        var filter = new ImagePage.Filter(null, null, null, null, word, null);
        List<ImageView> found =
                views.page(new ImagePage(filter, place(lastCreatedAt, lastId), PAGE));
        return new Page(found.subList(0, Math.min(PAGE, found.size())));
    }

    private static @Nullable Place place(@Nullable String createdAt, @Nullable String id) {
        if (createdAt == null || createdAt.isBlank()) {
            if (id != null && !id.isBlank()) {
                throw ErrorCode.INVALID_REQUEST.because("last_id needs last_created_at beside it");
            }
            return null;
        }
        return new Place(time(createdAt), id == null || id.isBlank() ? FIRST : ImageIds.parse(id));
    }

    private static OffsetDateTime time(String text) {
        try {
            // A plus sign that was not encoded arrives as a space.
            return OffsetDateTime.parse(text.trim().replace(' ', '+'));
        } catch (DateTimeException e) {
            throw ErrorCode.INVALID_REQUEST.because("last_created_at is no RFC 3339 time");
        }
    }
}
