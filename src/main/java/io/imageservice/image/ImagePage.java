package io.imageservice.image;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of images, newest first, found by keyset: no page costs more than the first.
///
/// @param after the place of the last image of the page before; null for the first page
/// @param limit most images of a page
public record ImagePage(Filter filter, @Nullable Place after, int limit) {
    /// What the images have in common; null = anything. DELETED images only when asked for.
    public record Filter(
            @Nullable ImageStatus status,
            @Nullable String category,
            @Nullable String referenceId,
            @Nullable String uploaderId,
            @Nullable String mode,
            @Nullable String owner) {}

    /// Where an image stands in the order.
    public record Place(OffsetDateTime createdAt, UUID id) {
        public static Place of(Image image) {
            return new Place(image.createdAt, image.id);
        }
    }

    /// The same page of one owner's images; of everybody's for null.
    public ImagePage of(@Nullable String owner) {
        var own =
                new Filter(
                        filter.status(),
                        filter.category(),
                        filter.referenceId(),
                        filter.uploaderId(),
                        filter.mode(),
                        owner);
        return new ImagePage(own, after, limit);
    }

    /// One image more than the page holds when there is another page.
    public List<Image> fetch() {
        Map<String, Object> values = new LinkedHashMap<>();
        return Image.<Image>find(hql(values), values).page(0, limit + 1).list();
    }

    /// The question, whose parameters are put into values.
    public String hql(Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        equal(conditions, values, "status", filter.status());
        equal(conditions, values, "category", filter.category());
        equal(conditions, values, "referenceId", filter.referenceId());
        equal(conditions, values, "uploaderId", filter.uploaderId());
        equal(conditions, values, "mode", filter.mode());
        equal(conditions, values, "owner", filter.owner());
        if (filter.status() == null) {
            // A literal, so that the planner sees the partial index.
            conditions.add("status <> DELETED");
        }
        if (after != null) {
            conditions.add("(createdAt, id) < (:createdAt, :id)");
            values.put("createdAt", after.createdAt());
            values.put("id", after.id());
        }
        return "from Image where %s order by createdAt desc, id desc"
                .formatted(String.join(" and ", conditions));
    }

    private static void equal(
            List<String> conditions,
            Map<String, Object> values,
            String field,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(field + " = :" + field);
            values.put(field, value);
        }
    }
}
