package io.imageservice.removal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
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

    /// An object is ours while a row names it, while its image may still be stored to (TEMP), and
    /// while its removal is due anyway (FAILED, or DELETED and not verified gone).
    private static final String OURS =
            """
            select count(*) from images i where i.image_id = ?1 and (
                i.status in ('TEMP', 'FAILED') or (i.status = 'DELETED' and i.purged_at is null)
                or exists (select 1 from storage_objects o
                           where o.image_id = i.image_id and o.key = ?2))
            """;

    private final EntityManager entities;

    StoredKeys(EntityManager entities) {
        this.entities = entities;
    }

    enum Verdict {
        OURS,
        ORPHAN,
        /// Not made by this service; never touched.
        UNKNOWN
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

    Verdict judge(String key) {
        Matcher parts = KEY.matcher(key);
        if (!parts.matches()) {
            return Verdict.UNKNOWN;
        }
        UUID image = UUID.fromString(parts.group(1));
        long ours =
                QuarkusTransaction.requiringNew()
                        .call(() ->
                                count(
                                        entities.createNativeQuery(OURS)
                                                .setParameter(1, image)
                                                .setParameter(2, key)));
        return ours > 0 ? Verdict.OURS : Verdict.ORPHAN;
    }

    private static long count(jakarta.persistence.Query query) {
        return ((Number) query.getSingleResult()).longValue();
    }
}
