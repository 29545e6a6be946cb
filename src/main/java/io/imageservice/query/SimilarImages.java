package io.imageservice.query;

import static java.util.Objects.requireNonNull;

import io.imageservice.access.Caller;
import io.imageservice.asset.Images;
import io.imageservice.image.Image;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds near duplicates by the Hamming distance of perceptual hashes. The database compares every
/// hash of the category: eight bytes a row, from an index alone.
@ApplicationScoped
class SimilarImages {
    private static final int MOST = 100;

    private final Images images;
    private final ImageViews views;
    private final EntityManager entities;
    private final Caller caller;

    SimilarImages(Images images, ImageViews views, EntityManager entities, Caller caller) {
        this.images = images;
        this.views = views;
        this.entities = entities;
        this.caller = caller;
    }

    /// @param distance in bits, 0 (as good as the same) to 64
    @RegisterForReflection
    record Similar(UUID id, int distance, ImageView image) {}

    List<Similar> to(UUID id, int most) {
        return QuarkusTransaction.requiringNew().call(() -> find(images.live(id), most));
    }

    private List<Similar> find(Image image, int most) {
        if (image.perceptualHash == null) {
            return List.of();
        }
        Map<UUID, Integer> near = near(image, image.perceptualHash, most);
        Map<UUID, ImageView> found =
                views.views(Image.list("id in ?1", near.keySet())).stream()
                        .collect(Collectors.toMap(ImageView::id, Function.identity()));
        // one that was deleted between the two queries is no longer similar to anything
        return near.entrySet().stream()
                .filter(e -> found.containsKey(e.getKey()))
                .map(e ->
                        new Similar(
                                e.getKey(), e.getValue(), requireNonNull(found.get(e.getKey()))))
                .sorted(Comparator.comparingInt(Similar::distance))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Map<UUID, Integer> near(Image image, long hash, int most) {
        List<Object[]> rows =
                entities.createNativeQuery(
                                """
                                select image_id, distance from (
                                    select image_id, bit_count((perceptual_hash # ?1)::bit(64))::int as distance
                                    from images
                                    where reference_type = ?2 and perceptual_hash is not null
                                        and status in ('READY', 'CONFIRMED') and image_id <> ?3
                                        and (cast(?6 as varchar) is null or owner = ?6)
                                ) near
                                where distance <= ?4 order by distance, image_id desc limit ?5
                                """)
                        .setParameter(1, hash)
                        .setParameter(2, image.category)
                        .setParameter(3, image.id)
                        .setParameter(4, most)
                        .setParameter(5, MOST)
                        .setParameter(6, caller.sees())
                        .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Integer) row[1]));
    }
}
