package io.imageservice.removal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the database says about the keys of storage.
@ApplicationScoped
class StoredKeys {
    /// Sorts behind every key: U+10FFFF is the last character in UTF-8's byte order.
    static final String LAST = new String(Character.toChars(0x10FFFF));

    private static final Pattern KEY =
            Pattern.compile(
                    "(?:originals|[A-Z][A-Z0-9_]*)/\\d{4}/\\d\\d/\\d\\d/"
                            + "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\\.webp|/.+)?");

    /// A row of a living image whose object ought to be there.
    private static final String EXPECTED =
            """
            select o.key from storage_objects o join images i on i.image_id = o.image_id
            where o.key collate "C" > ?1 and o.key collate "C" <= ?2
              and i.status <> 'DELETED' and i.updated_at < ?3
            order by o.key collate "C"
            """;

    private static final String MISSED =
            """
            select count(*) from storage_objects o join images i on i.image_id = o.image_id
            where o.key = ?1 and i.status <> 'DELETED'
            """;

    /// Of pairs of a key and its image those that are ours: while a row names it, while its image
    /// may still be stored to (TEMP), and while its removal is due anyway (FAILED, or DELETED and
    /// not verified gone).
    private static final String OURS =
            """
            select k.key
            from unnest(cast(?1 as text[]), cast(?2 as uuid[])) as k(key, image)
            join images i on i.image_id = k.image
            where i.status in ('TEMP', 'FAILED') or (i.status = 'DELETED' and i.purged_at is null)
               or exists (select 1 from storage_objects o
                          where o.image_id = i.image_id and o.key = k.key)
            """;

    private final EntityManager entities;

    StoredKeys(EntityManager entities) {
        this.entities = entities;
    }

    /// Keys expected after one key up to another, of images unchanged since `before`.
    @SuppressWarnings("unchecked")
    List<String> between(String after, String upTo, Instant before) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        entities.createNativeQuery(EXPECTED, String.class)
                                .setParameter(1, after)
                                .setParameter(2, upTo)
                                .setParameter(3, before)
                                .getResultList());
    }

    /// Whether a row still names a key whose object is not there.
    boolean stillMissed(String key) {
        return QuarkusTransaction.requiringNew()
                .call(() -> count(entities.createNativeQuery(MISSED).setParameter(1, key)) > 0);
    }

    /// Of the keys those this service made, each with its image; what it did not make is never
    /// touched.
    static Map<String, UUID> made(Collection<String> keys) {
        Map<String, UUID> made = new TreeMap<>();
        for (String key : keys) {
            Matcher parts = KEY.matcher(key);
            if (parts.matches()) {
                made.put(key, UUID.fromString(parts.group(1)));
            }
        }
        return made;
    }

    /// Those of the keys that no row and no image under way claims.
    ///
    /// @param made as [#made] gives them
    @SuppressWarnings("unchecked")
    Set<String> orphans(Map<String, UUID> made) {
        Set<String> orphans = new TreeSet<>(made.keySet());
        List<String> ours =
                QuarkusTransaction.requiringNew()
                        .call(() ->
                                entities.createNativeQuery(OURS, String.class)
                                        .setParameter(1, made.keySet().toArray(String[]::new))
                                        .setParameter(2, made.values().toArray(UUID[]::new))
                                        .getResultList());
        ours.forEach(orphans::remove);
        return orphans;
    }

    private static long count(jakarta.persistence.Query query) {
        return ((Number) query.getSingleResult()).longValue();
    }
}
