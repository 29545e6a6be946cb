package io.imageservice.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// What the relay asks of the database: each call one statement, none left open while it sends.
@ApplicationScoped
class OutboxRows {
    /// Takes the keys whose oldest waiting event is oldest, among the first 2000 events of keys
    /// nobody holds: what it costs does not grow with the queue. Keys are locked in one order, so
    /// that relays side by side cannot block each other for good.
    private static final String CLAIM =
            """
            with head as (
                select o.id, o.topic, o.key from outbox o
                where o.sent_at is null and not exists (
                    select 1 from outbox_claims c
                    where c.topic = o.topic and c.key = o.key and c.leased_until > now())
                order by o.id limit 2000),
            oldest as (
                select topic, key from head group by topic, key order by min(id) limit ?)
            insert into outbox_claims as c (topic, key, owner, leased_until)
            select topic, key, ?, now() + ? * interval '1 ms' from oldest order by topic, key
            on conflict (topic, key) do update
                set owner = excluded.owner, leased_until = excluded.leased_until
                where c.leased_until <= now()
            returning c.topic, c.key, c.failures
            """;

    /// A statement of its own after the claim: it must see what the last holder of a key has sent.
    private static final String EVENTS =
            """
            select o.id, o.event_id, o.topic, o.key, o.type, o.payload, o.headers, o.traceparent,
                o.created_at
            from unnest(?, ?) as k(topic, key) cross join lateral (
                select * from outbox o
                where o.topic = k.topic and o.key = k.key and o.sent_at is null
                order by o.id limit ?) o
            order by o.id
            """;

    /// Marks what was sent and gives the keys back, in one step: nobody finds a free key whose
    /// events still look unsent.
    private static final String SETTLE =
            """
            with sent as (
                update outbox set sent_at = now() where id = any(?)),
            free as (
                delete from outbox_claims c using unnest(?, ?) as k(topic, key)
                where c.topic = k.topic and c.key = k.key and c.owner = ?)
            update outbox_claims c
            set leased_until = now() + p.pause * interval '1 ms', failures = c.failures + 1,
                error = p.error
            from unnest(?, ?, ?, ?) as p(topic, key, pause, error)
            where c.topic = p.topic and c.key = p.key and c.owner = ?
            """;

    record Claimed(String topic, String key, int failures) {}

    /// One event that waits; `headers` is a JSON object of strings or absent.
    record Waiting(
            long id,
            UUID eventId,
            String topic,
            String key,
            String type,
            String payload,
            @Nullable String headers,
            @Nullable String traceparent,
            OffsetDateTime createdAt) {}

    private final Sql sql;

    OutboxRows(DataSource database) {
        this.sql = new Sql(database);
    }

    List<Claimed> claim(String owner, int most, Duration lease) {
        return sql.query(
                CLAIM,
                row -> new Claimed(row.getString(1), row.getString(2), row.getInt(3)),
                most,
                owner,
                lease.toMillis());
    }

    List<Waiting> events(List<Claimed> keys, int perKey) {
        return sql.query(
                EVENTS,
                row ->
                        new Waiting(
                                row.getLong(1),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                row.getObject(9, OffsetDateTime.class)),
                texts(keys.stream().map(Claimed::topic)),
                texts(keys.stream().map(Claimed::key)),
                perKey);
    }

    void settle(String owner, List<KeyTurn> turns) {
        List<KeyTurn> done = turns.stream().filter(turn -> !turn.failed()).toList();
        List<KeyTurn> failed = turns.stream().filter(KeyTurn::failed).toList();
        sql.update(
                SETTLE,
                turns.stream().flatMap(turn -> turn.sent().stream()).toArray(Long[]::new),
                texts(done.stream().map(KeyTurn::topic)),
                texts(done.stream().map(KeyTurn::key)),
                owner,
                texts(failed.stream().map(KeyTurn::topic)),
                texts(failed.stream().map(KeyTurn::key)),
                failed.stream().map(turn -> turn.pause().toMillis()).toArray(Long[]::new),
                texts(failed.stream().map(KeyTurn::error)),
                owner);
    }

    private static String[] texts(Stream<String> all) {
        return all.toArray(String[]::new);
    }
}
