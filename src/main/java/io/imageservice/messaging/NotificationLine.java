package io.imageservice.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/// The one connection that listens. It is taken from the pool and never given back while it lives;
/// when it breaks, another is tried for, with growing pauses, and listeners are told of the gap.
@ApplicationScoped
class NotificationLine {
    private static final Logger LOG = Logger.getLogger(NotificationLine.class);

    private static final String[] CHANNELS = {Notifications.OUTBOX, Notifications.IMAGE_STATUS};

    /// How long one wait lasts; after a silent one the connection is asked whether it still lives.
    private static final int WAIT_MILLIS = 5_000;

    private static final Backoff RECONNECT =
            new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

    private final DataSource database;
    private final NotificationHub hub;
    private volatile boolean running;
    private @Nullable Thread thread;

    NotificationLine(DataSource database, NotificationHub hub) {
        this.database = database;
        this.hub = hub;
    }

    void start(@Observes StartupEvent event, Roles roles) {
        if (roles.role() == Role.MIGRATE) {
            return;
        }
        running = true;
        // A platform thread: it waits in the driver for ever, and a carrier would be pinned.
        thread = Thread.ofPlatform().daemon().name("notifications").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run() {
        int failures = 0;
        while (running) {
            try (Connection connection = database.getConnection()) {
                listen(connection);
                failures = 0;
                hub.resync();
                hear(connection);
            } catch (SQLException | RuntimeException e) {
                if (running) {
                    LOG.warnf("the database's notifications are lost: %s", e.getMessage());
                    RECONNECT.pause(failures++);
                }
            }
        }
    }

    private static void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String channel : CHANNELS) {
                statement.execute("listen " + channel);
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        PGConnection line = connection.unwrap(PGConnection.class);
        while (running) {
            PGNotification[] heard = line.getNotifications(WAIT_MILLIS);
            if (heard == null || heard.length == 0) {
                probe(connection);
                continue;
            }
            for (PGNotification notification : heard) {
                hub.tell(notification.getName(), notification.getParameter());
            }
        }
        unlisten(connection);
    }

    private static void probe(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }

    private static void unlisten(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("unlisten *");
        }
    }
}
