package io.imageservice.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What waits, measured every few seconds beside the work rather than while a scrape waits for it.
@ApplicationScoped
class OutboxGauges {
    private static final Logger LOG = Logger.getLogger(OutboxGauges.class);

    private static final Duration EVERY = Duration.ofSeconds(10);

    /// A start has more urgent questions to the database.
    private static final Duration SOON = Duration.ofSeconds(1);

    private static final String SAMPLE =
            """
            select
                (select count(*) from (select 1 from outbox where sent_at is null limit 100000) o),
                (select coalesce(extract(epoch from now() - created_at), 0) from outbox
                    where sent_at is null order by id limit 1),
                (select count(*) from outbox_claims where failures > 0),
                (select count(*) from dead_letters where resolved_at is null)
            """;

    private record Sample(long pending, double lagSeconds, long blockedKeys, long deadLetters) {}

    private final Sql sql;
    private volatile Sample last = new Sample(0, 0, 0, 0);
    private @Nullable Thread thread;

    OutboxGauges(DataSource database, MeterRegistry metrics) {
        this.sql = new Sql(database);
        metrics.gauge("images.outbox.pending", this, own -> own.last.pending());
        metrics.gauge("images.outbox.lag.seconds", this, own -> own.last.lagSeconds());
        metrics.gauge("images.outbox.blocked.keys", this, own -> own.last.blockedKeys());
        metrics.gauge("images.dead.letters", this, own -> own.last.deadLetters());
    }

    void start(@Observes StartupEvent event, Roles roles) {
        if (roles.role().relays()) {
            thread = Thread.ofVirtual().name("outbox-gauges").start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run() {
        try {
            Thread.sleep(SOON);
            while (true) {
                sample();
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void sample() {
        try {
            List<Sample> one =
                    sql.query(
                            SAMPLE,
                            row ->
                                    new Sample(
                                            row.getLong(1),
                                            row.getDouble(2),
                                            row.getLong(3),
                                            row.getLong(4)));
            last = one.getFirst();
        } catch (DatabaseException e) {
            LOG.debugf("no sample of the outbox: %s", e.getMessage());
        }
    }
}
