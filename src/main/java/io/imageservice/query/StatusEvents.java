package io.imageservice.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imageservice.image.ImageStatus;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Reads history rows as events. Each call is one short transaction; call it off the event loop.
@ApplicationScoped
class StatusEvents {
    private static final String SELECT =
            """
            select new io.imageservice.query.StatusEvent(c.id, c.imageId, i.owner, i.category,
                i.referenceId, c.oldStatus, c.newStatus, c.updatedAt, c.updatedBy, c.reason)
            from StatusChange c left join Image i on i.id = c.imageId
            """;

    private final EntityManager entities;
    private final ObjectMapper json;

    StatusEvents(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    /// What happened to an image after a history row, oldest first; 0 = from its creation.
    List<StatusEvent> of(UUID imageId, long after) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        entities.createQuery(
                                        SELECT
                                                + "where c.imageId = ?1 and c.id > ?2 order by c.sequence",
                                        StatusEvent.class)
                                .setParameter(1, imageId)
                                .setParameter(2, after)
                                .getResultList());
    }

    /// These rows, oldest first.
    List<StatusEvent> rows(Collection<Long> ids) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        entities.createQuery(
                                        SELECT + "where c.id in ?1 order by c.id",
                                        StatusEvent.class)
                                .setParameter(1, ids)
                                .getResultList());
    }

    /// Whether a stream of this image has nothing more to tell after this status: everything but
    /// TEMP (spec 2-http-api.md).
    static boolean last(StatusEvent event) {
        return event.newStatus() != ImageStatus.TEMP;
    }

    Frame frame(StatusEvent event) {
        try {
            return Frame.status(event.id(), json.writeValueAsString(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event of ours is not writable as JSON", e);
        }
    }
}
